/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.workspace;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String WorkspaceOwner_text;
	public static String WorkspaceOwner_thisMachine;
	public static String WorkspaceChooser_title;
	public static String WorkspaceChooser_cannot;
	public static String WorkspaceChooser_lockedBy;
	public static String WorkspaceChooser_locked;
	public static String WorkspaceDialog_window;
	public static String WorkspaceDialog_title;
	public static String WorkspaceDialog_message;
	public static String WorkspaceDialog_folder;
	public static String WorkspaceDialog_browse;
	public static String WorkspaceDialog_always;
	public static String SwitchWorkspaceHandler_title;
	public static String SwitchWorkspaceHandler_message;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
