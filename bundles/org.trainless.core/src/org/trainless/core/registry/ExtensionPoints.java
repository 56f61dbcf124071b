/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import org.trainless.api.param.ContributionKind;

/** Identifiers of the extension points that this bundle declares. */
public final class ExtensionPoints {
	/** Symbolic name of the bundle that declares the extension points. */
	public static final String NAMESPACE = "org.trainless.core";
	/** Search spaces. */
	public static final String SEARCH_SPACES = NAMESPACE + ".searchSpaces";
	/** Strategies. */
	public static final String STRATEGIES = NAMESPACE + ".strategies";
	/** Proxies. */
	public static final String PROXIES = NAMESPACE + ".proxies";
	/** Datasets. */
	public static final String DATASETS = NAMESPACE + ".datasets";
	/** Benchmarks. */
	public static final String BENCHMARKS = NAMESPACE + ".benchmarks";
	/** Exporters. */
	public static final String EXPORTERS = NAMESPACE + ".exporters";

	private ExtensionPoints() {
	}

	/**
	 * @param kind a kind of contribution
	 * @return the extension point of that kind
	 */
	public static String of(ContributionKind kind) {
		return switch (kind) {
		case SEARCH_SPACE -> SEARCH_SPACES;
		case STRATEGY -> STRATEGIES;
		case PROXY -> PROXIES;
		case DATASET -> DATASETS;
		case BENCHMARK -> BENCHMARKS;
		case EXPORTER -> EXPORTERS;
		};
	}
}
