/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	static String TrainlessPreferencePage_description;
	static String TrainlessPreferencePage_jobs;
	static String TrainlessPreferencePage_child;
	static String TrainlessPreferencePage_store;
	static String VariablesPreferencePage_description;
	static String VariablesPreferencePage_unset;
	static String VariablesPreferencePage_inherited;
	static String VariablesPreferencePage_folder;
	static String VariablesPreferencePage_file;
	static String VariablesPreferencePage_add;
	static String VariablesPreferencePage_addTitle;
	static String VariablesPreferencePage_addMessage;
	static String VariablesPreferencePage_badName;
	static String VariablesPreferencePage_known;
	static String VariablesPreferencePage_notKept;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
