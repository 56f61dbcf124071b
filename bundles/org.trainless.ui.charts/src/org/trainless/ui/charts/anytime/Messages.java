/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.anytime;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String AnytimeView_title;
	public static String AnytimeView_value;
	public static String AnytimeView_axis;
	public static String AnytimeView_evaluations;
	public static String AnytimeView_wall;
	public static String AnytimeView_training;
	public static String AnytimeView_score;
	public static String AnytimeView_accuracy;
	public static String AnytimeView_scoreOfIncumbent;
	public static String AnytimeView_accuracyOfIncumbent;
	public static String AnytimeView_band;
	public static String AnytimeView_empty;
	public static String AnytimeView_point;
	public static String AnytimeView_pointAndBand;
	public static String AnytimeView_finding;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
