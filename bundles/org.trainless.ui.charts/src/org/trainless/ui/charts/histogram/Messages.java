/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.histogram;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String HistogramView_objective;
	public static String HistogramView_split;
	public static String HistogramView_title;
	public static String HistogramView_score;
	public static String HistogramView_cells;
	public static String HistogramView_nonFinite;
	public static String HistogramView_empty;
	public static String HistogramView_bar;
	public static String HistogramView_collecting;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
