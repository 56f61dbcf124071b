/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	static String ChildProcess_noLauncher;
	static String RunJob_name;
	static String RunJob_done;
	static String RunJob_doneOf;
	static String RunJob_rate;
	static String RunJob_left;
	static String RunJob_hours;
	static String RunJob_minutes;
	static String RunJob_seconds;
	static String Runs_console;
	static String Runs_title;
	static String Runs_finished;
	static String Runs_cancelled;
	static String Runs_failed;
	static String Runs_killed;
	static String RunHandler_title;
	static String RunHandler_nothing;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
