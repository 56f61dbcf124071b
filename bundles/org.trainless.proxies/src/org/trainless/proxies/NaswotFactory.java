/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;
import org.trainless.proxies.Naswot.Hooks;
import org.trainless.proxies.Naswot.Relus;

/**
 * Makes {@code naswot}.
 */
public final class NaswotFactory implements ProxyFactory {
	@Override
	public Proxy create(Parameters parameters) {
		return new Naswot(parameters.text("hooks").equals("class-name") ? Hooks.CLASS_NAME : Hooks.MODULE,
				parameters.text("relus").equals("live") ? Relus.LIVE : Relus.ALL,
				parameters.text("init").equals("default") ? Initialisation.DEFAULT : Initialisation.XAVIER_NORMAL);
	}
}
