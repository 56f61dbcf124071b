/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String RunsView_empty;
	public static String RunsView_run;
	public static String RunsView_runOnly;
	public static String RunsView_state;
	public static String RunsView_seeds;
	public static String RunsView_evaluations;
	public static String RunsView_nonFinite;
	public static String RunsView_score;
	public static String RunsView_accuracy;
	public static String RunsView_summarize;
	public static String RunsView_unreadable;
	public static String RunsView_running;
	public static String RunsView_finished;
	public static String RunsView_interrupted;
	public static String RunsView_missing;
	public static String RunsView_waiting;
	public static String RunsView_doneOf;
	public static String Answer_compare;
	public static String Answer_selectSearches;
	public static String Answer_running;
	public static String Answer_interrupted;
	public static String Answer_notFinished;
	public static String Answer_noSeedInCommon;
	public static String Answer_differentScales;
	public static String Answer_ofRun;
	public static String RunActions_open;
	public static String RunActions_openMessage;
	public static String RunActions_resume;
	public static String RunActions_stop;
	public static String RunActions_close;
	public static String RunActions_copy;
	public static String RunActions_columns;
	public static String RunActions_sort;
	public static String RunActions_unsorted;
	public static String RunActions_ascending;
	public static String RunActions_descending;
	public static String RunActions_reset;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
