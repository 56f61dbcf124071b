/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package com.example.trainless;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;

/** Broken on purpose: nobody can make one. */
public final class ThrowingFactory implements ProxyFactory {
	/** Throws. */
	public ThrowingFactory() {
		throw new IllegalStateException("this sample is broken on purpose");
	}

	@Override
	public Proxy create(Parameters parameters) {
		throw new UnsupportedOperationException();
	}
}
