/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.experiment;

import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/**
 * What experiment files write as <code>${NAME}</code>: chosen for the workspace, else of the environment.
 */
public final class Variables {
	/** Preferences of the workspace: name to value. */
	public static final String NODE = "org.trainless.core/variables";

	private Variables() {
	}

	/**
	 * @param name of a variable
	 * @return its value, if it has one
	 */
	public static Optional<String> value(String name) {
		return ofWorkspace(name).or(() -> Optional.ofNullable(System.getenv(name)));
	}

	private static Optional<String> ofWorkspace(String name) {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
		return Optional.ofNullable(node.get(name, null));
	}
}
