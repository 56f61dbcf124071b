/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;

/**
 * Opens a column of a CSV file as a proxy: scores that somebody has published or computed before.
 */
public final class TableProxyFactory implements ProxyFactory {
	@Override
	public Proxy create(Parameters parameters) throws ProblemException {
		return new TableProxy(Table.read(TableQuery.of(parameters, "score", "reason")));
	}
}
