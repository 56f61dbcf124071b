/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** Workspaces that a user worked on, the last one first; kept for the user, as a workspace cannot keep it. */
final class RecentWorkspaces {
	private static final String RECENT = "recent-workspaces"; //$NON-NLS-1$
	private static final String ASK = "ask-for-workspace"; //$NON-NLS-1$
	private static final int MOST = 8;

	private final Preferences preferences;

	RecentWorkspaces(Preferences preferences) {
		this.preferences = preferences;
	}

	static RecentWorkspaces ofUser() {
		return new RecentWorkspaces(Preferences.userRoot().node("org/trainless")); //$NON-NLS-1$
	}

	List<String> all() {
		return Arrays.stream(preferences.get(RECENT, "").split("\n")).filter(s -> !s.isBlank()).toList(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	boolean ask() {
		return preferences.getBoolean(ASK, true);
	}

	void used(String path, boolean ask) {
		List<String> paths = new ArrayList<>(all());
		paths.remove(path);
		paths.add(0, path);
		String text = String.join("\n", paths.subList(0, Math.min(MOST, paths.size()))); //$NON-NLS-1$
		while (text.length() > Preferences.MAX_VALUE_LENGTH) {
			text = text.substring(0, text.lastIndexOf('\n'));
		}
		preferences.put(RECENT, text);
		preferences.putBoolean(ASK, ask);
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			// the next start asks again; nothing else is lost
			preferences.remove(ASK);
		}
	}

	void askAgain() {
		preferences.putBoolean(ASK, true);
	}
}
