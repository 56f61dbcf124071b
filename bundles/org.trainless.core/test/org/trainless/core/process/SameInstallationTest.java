/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class SameInstallationTest {
	private static final String CONFIGURATION = "osgi.configuration.area";

	@Test
	void theAreaIsFoundWhateverItsName() {
		String before = System.getProperty(CONFIGURATION);
		try {
			for (String name : new String[] { "plain", "with space", "100%20", "a#b?c", "\u00fcber" }) {
				// as the framework puts it: a path behind a scheme, without any encoding
				System.setProperty(CONFIGURATION, "file:/tmp/" + name + "/");
				assertEquals(Path.of("/tmp", name), SameInstallation.area());
			}
		} finally {
			if (before == null) {
				System.clearProperty(CONFIGURATION);
			} else {
				System.setProperty(CONFIGURATION, before);
			}
		}
	}
}
