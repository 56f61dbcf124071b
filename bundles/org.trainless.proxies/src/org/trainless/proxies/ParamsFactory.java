/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;

/**
 * Makes {@code params}.
 */
public final class ParamsFactory implements ProxyFactory {
	@Override
	public Proxy create(Parameters parameters) {
		return new CountedFeature("params", 1);
	}
}
