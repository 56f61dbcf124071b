/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs the experiment that is selected or open. */
public final class RunHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
		IEditorPart editor = window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
		boolean inEditor = HandlerUtil.getActivePart(event) instanceof IEditorPart;
		Optional<Path> file = ExperimentSelection.file(inEditor ? null : HandlerUtil.getCurrentSelection(event),
				editor);
		if (file.isEmpty()) {
			MessageDialog.openInformation(window.getShell(), Messages.RunHandler_title, Messages.RunHandler_nothing);
			return null;
		}
		if (save(window, file.get())) {
			window.getWorkbench().getService(Runs.class).start(file.get());
		}
		return null;
	}

	/** What is shown is what runs: changes of this file are saved first; other files are left alone. */
	private static boolean save(IWorkbenchWindow window, Path file) {
		for (IWorkbenchPage page : window.getPages()) {
			for (IEditorPart dirty : page.getDirtyEditors()) {
				if (ExperimentSelection.file(null, dirty).filter(file::equals).isPresent()
						&& !page.saveEditor(dirty, false)) {
					return false;
				}
			}
		}
		return true;
	}
}
