/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.workspace;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Closes the window so that the next start asks for a workspace. */
public final class SwitchWorkspaceHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		if (MessageDialog.openConfirm(HandlerUtil.getActiveShell(event), Messages.SwitchWorkspaceHandler_title,
				Messages.SwitchWorkspaceHandler_message)) {
			RecentWorkspaces.ofUser().askAgain();
			HandlerUtil.getActiveWorkbenchWindow(event).getWorkbench().restart();
		}
		return null;
	}
}
