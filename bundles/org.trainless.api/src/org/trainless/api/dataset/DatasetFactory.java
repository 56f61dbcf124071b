/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.dataset;

import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;

/**
 * Opens a dataset. Contributed through the extension point {@code org.trainless.core.datasets}; has a public
 * constructor without arguments.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DatasetFactory {
	/**
	 * @param parameters values of the declared parameters
	 * @return the dataset; reads no more than it must
	 * @throws ProblemException when the files are missing, truncated or not what they should be
	 */
	Dataset open(Parameters parameters) throws ProblemException;
}
