/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.landscape;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String LandscapeSource_name;
	public static String OpenedTable_benchmark;
	public static String LandscapeFigure_title;
	public static String LandscapeFigure_score;
	public static String LandscapeFigure_accuracy;
	public static String LandscapeFigure_others;
	public static String LandscapeFigure_undefined;
	public static String LandscapeFigure_tooFew;
	public static String LandscapeFigure_agreement;
	public static String LandscapeFigure_best;
	public static String LandscapeFigure_pick;
	public static String LandscapeFigure_nonFinite;
	public static String LandscapeFigure_withoutAccuracy;
	public static String LandscapeFigure_seeds;
	public static String LandscapeFigure_point;
	public static String LandscapeView_source;
	public static String LandscapeView_colour;
	public static String LandscapeView_none;
	public static String LandscapeView_open;
	public static String LandscapeView_openTip;
	public static String LandscapeView_close;
	public static String LandscapeView_unselect;
	public static String LandscapeView_reading;
	public static String LandscapeView_empty;
	public static String LandscapeView_noAccuracy;
	public static String LandscapeView_failed;
	public static String ScoreTableDialog_title;
	public static String ScoreTableDialog_message;
	public static String ScoreTableDialog_file;
	public static String ScoreTableDialog_browse;
	public static String ScoreTableDialog_space;
	public static String ScoreTableDialog_benchmark;
	public static String ScoreTableDialog_example;
	public static String ScoreTableDialog_noFile;
	public static String ScoreTableDialog_noBenchmark;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
