/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.Locale;

import org.trainless.api.param.Parameters;

/**
 * Which part of a dataset is read.
 */
enum Split {
	/** Training images. */
	TRAIN,
	/** Test images. */
	TEST;

	/** The value of the parameter {@code split}. */
	static Split of(Parameters parameters) {
		return parameters.optionalText("split").map(text -> valueOf(text.toUpperCase(Locale.ROOT))).orElse(TRAIN);
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
