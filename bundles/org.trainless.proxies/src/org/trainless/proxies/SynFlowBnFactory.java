/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;

/**
 * Makes {@code synflow_bn}.
 */
public final class SynFlowBnFactory implements ProxyFactory {
	@Override
	public Proxy create(Parameters parameters) {
		return new SynFlow(Normalisation.BATCH);
	}
}
