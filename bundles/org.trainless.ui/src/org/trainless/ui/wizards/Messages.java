/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.wizards;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	static String NewExperimentProjectWizard_title;
	static String NewExperimentProjectWizard_description;
	static String NewExperimentProjectWizard_name;
	static String NewExperimentProjectWizard_examples;
	static String NewExperimentWizard_title;
	static String NewExperimentWizard_description;
	static String NewExperimentWizard_file;
	static String NewExperimentWizard_suffix;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
