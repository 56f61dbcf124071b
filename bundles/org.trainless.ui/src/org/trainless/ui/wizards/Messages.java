/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.wizards;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String NewExperimentProjectWizard_title;
	public static String NewExperimentProjectWizard_description;
	public static String NewExperimentProjectWizard_name;
	public static String NewExperimentProjectWizard_examples;
	public static String NewExperimentWizard_title;
	public static String NewExperimentWizard_description;
	public static String NewExperimentWizard_file;
	public static String NewExperimentWizard_suffix;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
