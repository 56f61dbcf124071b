/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.Objects;

import org.trainless.experiment.edit.TextEdit;

/**
 * Something that may be written at a place.
 *
 * @param kind        what it is
 * @param label       the word itself
 * @param detail      what is said beside it: type, default; may be empty
 * @param description what it means; may be empty
 * @param edit        writes it
 * @param caret       where to write on: an offset in the changed text
 * @param deprecated  true when it should not be used any more
 */
public record Proposal(Kind kind, String label, String detail, String description, TextEdit edit, int caret,
		boolean deprecated) {

	/** What a proposal is. */
	public enum Kind {
		/** A key that must stand there and does not yet. */
		REQUIRED_KEY,
		/** A key. */
		KEY,
		/** A contribution. */
		CONTRIBUTION,
		/** A value. */
		VALUE,
		/** What a constraint names. */
		FEATURE,
		/** A word of constraints. */
		OPERATOR,
		/** A variable. */
		VARIABLE
	}

	public Proposal {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(label);
		Objects.requireNonNull(detail);
		Objects.requireNonNull(description);
		Objects.requireNonNull(edit);
	}
}
