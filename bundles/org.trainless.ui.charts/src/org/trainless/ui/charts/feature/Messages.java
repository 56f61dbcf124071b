/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.feature;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String FeatureValues_classes;
	public static String GroupNames_none;
	public static String GroupNames_some;
	public static String GroupNames_no;
	public static String GroupNames_yes;
	public static String GroupNames_upTo;
	public static String GroupNames_from;
	public static String GroupNames_value;
	public static String GroupNames_range;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
