/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

/**
 * What a parameter's value is.
 *
 * @since 0.1
 */
public enum ParameterType {
	/** A whole number of 64 bits; {@code Long} in {@link Parameters}. */
	INTEGER,
	/** A finite decimal number; {@code Double}. */
	NUMBER,
	/** {@code true} or {@code false}; {@code Boolean}. */
	BOOLEAN,
	/** Any text; {@code String}. */
	STRING,
	/** One of the declared choices; {@code String}. */
	CHOICE,
	/** A file or folder; relative ones are relative to the file that names them; {@code java.nio.file.Path}. */
	PATH,
	/** Parameters of its own; {@link Parameters}. */
	GROUP,
	/** A contribution with its parameters; {@link Selection}. */
	CONTRIBUTION
}
