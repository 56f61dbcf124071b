/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String EvaluationsView_name;
	public static String EvaluationsView_empty;
	public static String EvaluationsView_filter;
	public static String EvaluationsView_filterHelp;
	public static String EvaluationsView_rows;
	public static String EvaluationsView_someRows;
	public static String EvaluationsView_working;
	public static String EvaluationsView_failed;
	public static String EvaluationsView_prepare;
	public static String EvaluationsView_order;
	public static String EvaluationsView_copying;
	public static String EvaluationsView_selecting;
	public static String EvaluationActions_columns;
	public static String EvaluationActions_sort;
	public static String EvaluationActions_ascending;
	public static String EvaluationActions_descending;
	public static String EvaluationActions_unsorted;
	public static String EvaluationActions_linked;
	public static String EvaluationActions_linkedHelp;
	public static String EvaluationActions_copy;
	public static String EvaluationActions_hide;
	public static String EvaluationActions_reset;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
