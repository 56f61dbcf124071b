/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package com.example.trainless;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;

/** Makes {@link GradNorm} from its parameters, which are already checked against their declarations. */
public final class GradNormFactory implements ProxyFactory {
	@Override
	public Proxy create(Parameters parameters) {
		return new GradNorm(GradNorm.Norm.valueOf(parameters.text("norm").toUpperCase(java.util.Locale.ROOT)));
	}
}
