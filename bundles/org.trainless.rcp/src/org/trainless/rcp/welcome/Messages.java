/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.welcome;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String WelcomePart_title;
	public static String WelcomePart_text;
	public static String WelcomePart_quickTitle;
	public static String WelcomePart_quick;
	public static String WelcomePart_studyTitle;
	public static String WelcomePart_study;
	public static String WelcomePart_watch;
	public static String WelcomePart_understand;
	public static String WelcomePart_survey;
	public static String WelcomePart_run;
	public static String WelcomePart_open;
	public static String WelcomePart_data;
	public static String WelcomePart_newProject;
	public static String WelcomePart_help;
	public static String WelcomePart_workbench;
	public static String WelcomePart_preparing;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
