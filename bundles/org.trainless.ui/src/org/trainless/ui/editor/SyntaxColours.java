/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.trainless.experiment.assist.Highlighting.Style;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** How the parts of a source are shown: a colour for each theme, and a type face as the second cue. */
final class SyntaxColours {
	private static final Map<Style, RGB> LIGHT = new EnumMap<>(Map.of(Style.KEY, new RGB(0, 92, 158), Style.UNKNOWN_KEY,
			new RGB(176, 0, 32), Style.CONTRIBUTION, new RGB(120, 40, 130), Style.NUMBER, new RGB(9, 104, 60),
			Style.WORD, new RGB(9, 104, 60), Style.VARIABLE, new RGB(158, 74, 0), Style.PUNCTUATION,
			new RGB(96, 96, 96), Style.COMMENT, new RGB(92, 104, 92)));
	private static final Map<Style, RGB> DARK = new EnumMap<>(Map.of(Style.KEY, new RGB(120, 190, 240),
			Style.UNKNOWN_KEY, new RGB(255, 130, 130), Style.CONTRIBUTION, new RGB(226, 160, 230), Style.NUMBER,
			new RGB(130, 214, 160), Style.WORD, new RGB(130, 214, 160), Style.VARIABLE, new RGB(255, 176, 100),
			Style.PUNCTUATION, new RGB(160, 160, 160), Style.COMMENT, new RGB(150, 166, 150)));

	private SyntaxColours() {
	}

	static TextAttribute of(Style style) {
		int face = switch (style) {
		case KEY -> SWT.NORMAL;
		case CONTRIBUTION -> SWT.BOLD;
		case COMMENT, UNKNOWN_KEY -> SWT.ITALIC;
		default -> SWT.NORMAL;
		};
		RGB rgb = (Themes.isDark() ? DARK : LIGHT).get(style);
		Color colour = rgb == null || Themes.isHighContrast() ? Palette.text() : new Color(rgb);
		return new TextAttribute(colour, null, face);
	}
}
