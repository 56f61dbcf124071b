/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String ExperimentEditor_source;
	public static String ExperimentText_reading;
	public static String FeasibleNote_counting;
	public static String FeasibleNote_remaining;
	public static String FeasibleNote_task;
	public static String FieldArea_addItem;
	public static String FieldArea_browse;
	public static String FieldArea_none;
	public static String FieldArea_notInstalled;
	public static String FieldArea_paper;
	public static String FieldArea_removeItem;
	public static String FieldArea_reset;
	public static String FieldArea_resetTo;
	public static String FieldArea_resetToNothing;
	public static String FieldArea_unit;
	public static String FieldArea_usual;
	public static String FormView_add;
	public static String FormView_data;
	public static String FormView_dataAbout;
	public static String FormView_down;
	public static String FormView_duplicate;
	public static String FormView_experiment;
	public static String FormView_experimentAbout;
	public static String FormView_problems;
	public static String FormView_remove;
	public static String FormView_run;
	public static String FormView_runs;
	public static String FormView_runsAbout;
	public static String FormView_searches;
	public static String FormView_searchesAbout;
	public static String FormView_title;
	public static String FormView_up;
	public static String SourcePage_line;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
