/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.edit;

import java.util.ArrayList;
import java.util.List;

import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;
import org.trainless.experiment.yaml.YamlText;

/** Ways of writing a text in the place of a scalar, the one nearest to how that is written first. */
final class ScalarText {
	private final Scalar replaced;
	private final NewValue.Text value;
	private final String lineBreak;

	ScalarText(Scalar replaced, NewValue.Text value, String lineBreak) {
		this.replaced = replaced;
		this.value = value;
		this.lineBreak = lineBreak;
	}

	List<String> candidates() {
		List<String> candidates = new ArrayList<>();
		String text = value.text();
		boolean oneLine = text.lines().count() <= 1 && !text.endsWith("\n");
		switch (replaced.style()) {
		case SINGLE_QUOTED -> {
			if (oneLine) {
				candidates.add('\'' + text.replace("'", "''") + '\'');
			}
		}
		case LITERAL, FOLDED -> {
			if (!oneLine) {
				block(candidates);
			}
		}
		default -> {
			// the general ways come next
		}
		}
		boolean quoted = replaced.style() == ScalarStyle.SINGLE_QUOTED || replaced.style() == ScalarStyle.DOUBLE_QUOTED;
		if (!quoted && value.isPlain()) {
			candidates.add(text);
		}
		candidates.add(YamlText.quoted(text));
		return candidates;
	}

	private void block(List<String> candidates) {
		String[] lines = replaced.raw().split("\r\n|\r|\n", -1);
		String indent = "";
		for (int i = 1; i < lines.length && indent.isEmpty(); i++) {
			String content = lines[i].stripLeading();
			indent = content.isEmpty() ? "" : lines[i].substring(0, lines[i].length() - content.length());
		}
		StringBuilder content = new StringBuilder();
		for (String line : value.text().split("\n", -1)) {
			content.append(lineBreak).append(line.isEmpty() ? "" : indent).append(line);
		}
		String written = content.toString().stripTrailing();
		if (replaced.style() == ScalarStyle.LITERAL) {
			candidates.add(lines[0] + written);
		}
		candidates.add("|" + written);
		candidates.add("|-" + written);
	}
}
