/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

/**
 * One member of a search space. Immutable; equal when space and text are equal, which records give for free.
 *
 * @since 0.1
 */
public interface Architecture {
	/**
	 * @return the text by which files and logs name it; {@link SearchSpace#parse(String)} reads it back
	 */
	String text();
}
