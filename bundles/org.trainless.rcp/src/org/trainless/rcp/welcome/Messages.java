/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.welcome;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	static String WelcomePart_title;
	static String WelcomePart_text;
	static String WelcomePart_quickTitle;
	static String WelcomePart_quick;
	static String WelcomePart_studyTitle;
	static String WelcomePart_study;
	static String WelcomePart_run;
	static String WelcomePart_open;
	static String WelcomePart_data;
	static String WelcomePart_newProject;
	static String WelcomePart_help;
	static String WelcomePart_workbench;
	static String WelcomePart_preparing;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
