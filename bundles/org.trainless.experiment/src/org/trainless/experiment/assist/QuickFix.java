/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.Objects;

import org.trainless.experiment.edit.TextEdit;

/**
 * A way of mending a problem.
 *
 * @param label what it does, for people, beginning with a verb
 * @param edit  does it
 */
public record QuickFix(String label, TextEdit edit) {
	public QuickFix {
		Objects.requireNonNull(label);
		Objects.requireNonNull(edit);
	}
}
