/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String RunJob_name;
	public static String RunJob_refresh;
	public static String RunJob_done;
	public static String RunJob_doneOf;
	public static String RunJob_rate;
	public static String RunJob_left;
	public static String RunJob_hours;
	public static String RunJob_minutes;
	public static String RunJob_seconds;
	public static String Runs_console;
	public static String Runs_title;
	public static String Runs_finished;
	public static String Runs_cancelled;
	public static String Runs_failed;
	public static String Runs_notBegun;
	public static String Runs_killed;
	public static String RunHandler_title;
	public static String RunHandler_nothing;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
