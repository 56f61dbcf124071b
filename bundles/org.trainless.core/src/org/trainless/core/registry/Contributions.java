/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.List;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.export.Exporter;
import org.trainless.api.param.Catalog;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.strategy.StrategyFactory;

/**
 * Everything that is contributed: the descriptors, and on demand the objects. A class is loaded on the first call that
 * needs it. Thread-safe.
 * <p>
 * Every method that creates something throws a {@link ProblemException} that names id, class and contributing bundle
 * when the contribution is not installed, its class cannot be loaded or is of the wrong type, or its code fails;
 * problems that the contribution itself reports (a missing file, say) pass unchanged.
 */
public interface Contributions extends Catalog {
	/**
	 * @return what was left out, in the order in which it was met
	 */
	List<BrokenContribution> broken();

	/**
	 * @param kind which kind
	 * @param id   id or alias
	 * @return the contribution
	 * @throws ProblemException when there is none, with the nearest name
	 */
	Contribution require(ContributionKind kind, String id) throws ProblemException;

	/**
	 * @param kind which kind
	 * @param id   id or alias
	 * @return symbolic name and version of the bundle that contributes it, separated by a space
	 * @throws ProblemException when there is none
	 */
	String origin(ContributionKind kind, String id) throws ProblemException;

	/**
	 * @param id id or alias
	 * @return the space, always the same object
	 * @throws ProblemException when it cannot be created
	 */
	SearchSpace searchSpace(String id) throws ProblemException;

	/**
	 * @param id id or alias
	 * @return the factory, always the same object
	 * @throws ProblemException when it cannot be created
	 */
	StrategyFactory strategyFactory(String id) throws ProblemException;

	/**
	 * @param selection of a proxy
	 * @return a new proxy
	 * @throws ProblemException when it cannot be created
	 */
	Proxy proxy(Selection selection) throws ProblemException;

	/**
	 * @param selection of a dataset
	 * @return the dataset, to be closed by the caller
	 * @throws ProblemException when it cannot be opened
	 */
	Dataset dataset(Selection selection) throws ProblemException;

	/**
	 * @param selection of a benchmark
	 * @param space     the space whose architectures will be looked up
	 * @return the benchmark, to be closed by the caller
	 * @throws ProblemException when it cannot be opened
	 */
	Benchmark benchmark(Selection selection, SearchSpace space) throws ProblemException;

	/**
	 * @param id id or alias
	 * @return the exporter, always the same object
	 * @throws ProblemException when it cannot be created
	 */
	Exporter exporter(String id) throws ProblemException;
}
