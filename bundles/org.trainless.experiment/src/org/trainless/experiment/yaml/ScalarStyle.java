/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

/** How a scalar is written. */
public enum ScalarStyle {
	/** Without quotes. */
	PLAIN,
	/** {@code 'text'}. */
	SINGLE_QUOTED,
	/** {@code "text"}. */
	DOUBLE_QUOTED,
	/** Indented lines after {@code |}. */
	LITERAL,
	/** Indented lines after {@code >}, which are joined. */
	FOLDED
}
