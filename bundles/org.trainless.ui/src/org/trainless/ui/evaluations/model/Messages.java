/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String Columns_run;
	public static String Columns_search;
	public static String Columns_seed;
	public static String Columns_trial;
	public static String Columns_objective;
	public static String Columns_index;
	public static String Columns_architecture;
	public static String Columns_score;
	public static String Columns_reason;
	public static String Columns_accuracy;
	public static String Columns_seconds;
	public static String Columns_cached;
	public static String Columns_trainingSeconds;
	public static String Columns_elapsedSeconds;
	public static String Columns_yes;
	public static String Columns_classes;
	public static String Columns_forClasses;
	public static String Columns_forRun;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
