/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.List;
import java.util.Objects;

/**
 * What a part of a file means.
 *
 * @param offset      of the part
 * @param length      of the part
 * @param title       what it is, one line
 * @param description sentences; may be empty
 * @param facts       further lines: type and bounds, what it needs, where it comes from
 * @param reference   the paper or source; may be empty
 */
public record Hover(int offset, int length, String title, String description, List<String> facts, String reference) {
	public Hover {
		Objects.requireNonNull(title);
		Objects.requireNonNull(description);
		Objects.requireNonNull(reference);
		facts = List.copyOf(facts);
	}

	/**
	 * @return all of it as lines of text
	 */
	public String text() {
		StringBuilder text = new StringBuilder(title);
		if (!description.isBlank()) {
			text.append('\n').append(description);
		}
		facts.forEach(fact -> text.append('\n').append(fact));
		if (!reference.isBlank()) {
			text.append('\n').append(reference);
		}
		return text.toString();
	}
}
