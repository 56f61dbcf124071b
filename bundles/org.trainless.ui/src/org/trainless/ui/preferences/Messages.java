/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String TrainlessPreferencePage_description;
	public static String TrainlessPreferencePage_jobs;
	public static String TrainlessPreferencePage_child;
	public static String TrainlessPreferencePage_store;
	public static String VariablesPreferencePage_description;
	public static String VariablesPreferencePage_unset;
	public static String VariablesPreferencePage_inherited;
	public static String VariablesPreferencePage_folder;
	public static String VariablesPreferencePage_file;
	public static String VariablesPreferencePage_add;
	public static String VariablesPreferencePage_addTitle;
	public static String VariablesPreferencePage_addMessage;
	public static String VariablesPreferencePage_badName;
	public static String VariablesPreferencePage_known;
	public static String VariablesPreferencePage_notKept;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
