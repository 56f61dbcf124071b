/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.benchmark;

import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.SearchSpace;

/**
 * Opens a benchmark. Contributed through the extension point {@code org.trainless.core.benchmarks}; has a public
 * constructor without arguments.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface BenchmarkFactory {
	/**
	 * @param parameters values of the declared parameters
	 * @param space      the space whose architectures will be looked up
	 * @return the benchmark; reads no more than it must
	 * @throws ProblemException when the files are missing, truncated or not what they should be
	 */
	Benchmark open(Parameters parameters, SearchSpace space) throws ProblemException;
}
