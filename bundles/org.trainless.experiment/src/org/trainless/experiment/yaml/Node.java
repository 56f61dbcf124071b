/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

/** A part of a document: a mapping, a sequence, or a scalar. Immutable and thread-safe. */
public sealed interface Node permits Mapping, Sequence, Scalar, Alias {
	/**
	 * @return where it stands: from its first character to the last one that belongs to it, without the comments, blank
	 *         lines and line end that follow
	 */
	Location location();

	/**
	 * @return what it is, for people, with an article
	 */
	String kind();
}
