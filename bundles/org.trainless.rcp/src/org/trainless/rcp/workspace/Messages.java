/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.workspace;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	static String WorkspaceOwner_text;
	static String WorkspaceOwner_thisMachine;
	static String WorkspaceChooser_title;
	static String WorkspaceChooser_cannot;
	static String WorkspaceChooser_lockedBy;
	static String WorkspaceChooser_locked;
	static String WorkspaceDialog_window;
	static String WorkspaceDialog_title;
	static String WorkspaceDialog_message;
	static String WorkspaceDialog_folder;
	static String WorkspaceDialog_browse;
	static String WorkspaceDialog_always;
	static String SwitchWorkspaceHandler_title;
	static String SwitchWorkspaceHandler_message;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
