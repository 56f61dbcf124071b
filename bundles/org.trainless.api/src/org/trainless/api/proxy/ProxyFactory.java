/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;

/**
 * Makes a proxy from its parameters. Contributed through the extension point {@code org.trainless.core.proxies}; has a
 * public constructor without arguments.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ProxyFactory {
	/**
	 * @param parameters values of the declared parameters
	 * @return the proxy
	 * @throws ProblemException when the parameters do not fit together, or a file that they name cannot be read
	 */
	Proxy create(Parameters parameters) throws ProblemException;
}
