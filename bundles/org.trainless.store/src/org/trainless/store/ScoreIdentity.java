/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.util.List;
import java.util.Objects;

/**
 * All that a score depends on besides the architecture. Two scores of one architecture are the same score exactly when
 * every part is equal.
 *
 * @param space       id of the search space
 * @param equivalence by which architectures share scores; the representatives of its classes are what scores are kept
 *                    under
 * @param proxy       id of the proxy
 * @param provider    symbolic name of the bundle that the proxy comes from
 * @param version     of the proxy
 * @param parameters  of the proxy, in canonical form
 * @param task        shape of the images and number of classes
 * @param dataset     fingerprint of the images
 * @param batch       images in the minibatch
 * @param seed        of weights and minibatch
 * @param engine      what computes, with its version
 * @param device      what it runs on
 * @param precision   of the numbers
 */
public record ScoreIdentity(String space, String equivalence, String proxy, String provider, String version,
		String parameters, String task, String dataset, int batch, long seed, String engine, String device,
		String precision) {
	/** Names of the parts in the file, in the order of {@link #values()}. */
	static final List<String> COLUMNS = List.of("space", "equivalence", "proxy", "provider", "version", "parameters",
			"task", "dataset", "batch", "seed", "engine", "device", "precision");

	public ScoreIdentity {
		for (String part : List.of(space, equivalence, proxy, provider, version, parameters, task, dataset, engine,
				device, precision)) {
			Objects.requireNonNull(part);
		}
	}

	/**
	 * @return the parts
	 */
	List<Object> values() {
		return List.of(space, equivalence, proxy, provider, version, parameters, task, dataset, batch, seed, engine,
				device, precision);
	}
}
