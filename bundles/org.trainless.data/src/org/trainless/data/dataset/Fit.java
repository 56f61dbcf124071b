/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.Arrays;

import org.trainless.api.param.Parameters;

/**
 * How an image of any size becomes a square one.
 */
enum Fit {
	/** Scaled so that the shorter side fits, then cut at both ends of the longer side. */
	CROP("crop"),
	/** Scaled to the square, whatever happens to its proportions. */
	STRETCH("stretch"),
	/** Not at all: it must have that size. */
	EXACT("exact");

	private final String id;

	Fit(String id) {
		this.id = id;
	}

	String id() {
		return id;
	}

	/** The value of the parameter {@code fit}. */
	static Fit of(Parameters parameters) {
		String id = parameters.optionalText("fit").orElse(CROP.id);
		return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("fit " + id));
	}
}
