/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Services of the running platform. */
final class Services {
	private Services() {
	}

	/**
	 * @param <T>  type of the service
	 * @param type of the service
	 * @return the service, kept until the platform ends
	 */
	static <T> T get(Class<T> type) {
		BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
		assertNotNull(context, "the bundle of the tests is not started");
		ServiceReference<T> reference = context.getServiceReference(type);
		assertNotNull(reference, "there is no service " + type.getName() + "; is org.apache.felix.scr started?");
		return context.getService(reference);
	}
}
