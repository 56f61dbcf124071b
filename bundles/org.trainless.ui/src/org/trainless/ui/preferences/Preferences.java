/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.preferences;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.osgi.service.prefs.BackingStoreException;
import org.trainless.core.experiment.Variables;
import org.trainless.core.score.StoreLocation;

/**
 * What a person may choose for a workspace.
 *
 * @since 0.1
 */
public final class Preferences {
	/** Number of evaluations made at once; 0 is one per core. */
	public static final String JOBS = "jobs"; //$NON-NLS-1$
	/** Whether runs are made by a process of their own. */
	public static final String CHILD_PROCESS = "child-process"; //$NON-NLS-1$
	/** The bundle whose preferences these are. */
	public static final String NODE = "org.trainless.ui"; //$NON-NLS-1$

	private Preferences() {
	}

	/**
	 * @return the preferences, for pages and for those who listen
	 */
	public static ScopedPreferenceStore store() {
		return new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
	}

	/**
	 * @return evaluations made at once, at least 1
	 */
	public static int jobs() {
		int jobs = store().getInt(JOBS);
		return jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors();
	}

	/**
	 * @return the preferences of the core, which runs of either kind go by: the score store among them
	 */
	static ScopedPreferenceStore coreStore() {
		return new ScopedPreferenceStore(InstanceScope.INSTANCE, StoreLocation.NODE);
	}

	/**
	 * @return file of the score store; empty is the user's own, {@code none} is none
	 */
	public static String scoreStore() {
		return coreStore().getString(StoreLocation.PREFERENCE);
	}

	/**
	 * @return data paths by variable name that were set here; the environment has others
	 */
	public static Map<String, String> variables() {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(Variables.NODE);
		Map<String, String> variables = new TreeMap<>();
		try {
			for (String name : node.keys()) {
				variables.put(name, node.get(name, "")); //$NON-NLS-1$
			}
		} catch (BackingStoreException e) {
			// preferences of this workspace cannot be read: nothing was set
			return Map.of();
		}
		return variables;
	}

	/**
	 * @param variables data paths by variable name; those that are not named are forgotten
	 * @throws BackingStoreException when they cannot be kept
	 */
	public static void setVariables(Map<String, String> variables) throws BackingStoreException {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(Variables.NODE);
		node.clear();
		variables.forEach(node::put);
		node.flush();
	}
}
