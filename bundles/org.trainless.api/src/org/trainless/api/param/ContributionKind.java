/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of things that plug-ins contribute. Each has its extension point {@code org.trainless.core.<id>}.
 *
 * @since 0.1
 */
public enum ContributionKind {
	/** {@link org.trainless.api.space.SearchSpace}. */
	SEARCH_SPACE("searchSpaces", "search space"),
	/** {@link org.trainless.api.strategy.Strategy}. */
	STRATEGY("strategies", "strategy"),
	/** {@link org.trainless.api.proxy.Proxy}. */
	PROXY("proxies", "proxy"),
	/** {@link org.trainless.api.dataset.Dataset}. */
	DATASET("datasets", "dataset"),
	/** {@link org.trainless.api.benchmark.Benchmark}. */
	BENCHMARK("benchmarks", "benchmark"),
	/** {@link org.trainless.api.export.Exporter}. */
	EXPORTER("exporters", "exporter");

	private final String id;
	private final String label;

	ContributionKind(String id, String label) {
		this.id = id;
		this.label = label;
	}

	/**
	 * @return the simple identifier of the extension point
	 */
	public String id() {
		return id;
	}

	/**
	 * @return the singular, for people
	 */
	public String label() {
		return label;
	}

	/**
	 * @param id simple identifier of an extension point
	 * @return the kind, if there is one
	 */
	public static Optional<ContributionKind> ofId(String id) {
		return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
	}
}
