/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;
import org.trainless.experiment.assist.Highlighting;

/**
 * Colours a source. What a word is depends on where it stands, so the whole text is looked at after each change; an
 * experiment is small. A very large text, which is none, is left plain.
 */
final class SyntaxPainter implements IPresentationDamager, IPresentationRepairer {
	private static final int LARGEST = 100_000;

	private final Highlighting highlighting;
	private IDocument document;

	SyntaxPainter(Highlighting highlighting) {
		this.highlighting = highlighting;
	}

	@Override
	public void setDocument(IDocument shown) {
		document = shown;
	}

	@Override
	public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
		return new Region(0, document.getLength());
	}

	@Override
	public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
		if (document.getLength() > LARGEST) {
			return;
		}
		int end = damage.getOffset() + damage.getLength();
		for (Highlighting.Span span : highlighting.of(document.get())) {
			if (span.offset() >= damage.getOffset() && span.offset() + span.length() <= end) {
				TextAttribute attribute = SyntaxColours.of(span.style());
				presentation.addStyleRange(new StyleRange(span.offset(), span.length(), attribute.getForeground(),
						attribute.getBackground(), attribute.getStyle()));
			}
		}
	}
}
