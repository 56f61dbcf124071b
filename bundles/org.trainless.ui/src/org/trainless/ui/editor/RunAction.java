/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** Runs the experiment of the form. */
final class RunAction extends Action {
	private static final String RUN = "org.trainless.ui.run"; //$NON-NLS-1$

	RunAction() {
		super(Messages.FormView_run);
		setToolTipText(Messages.FormView_run);
		setImageDescriptor(ResourceLocator.imageDescriptorFromBundle("org.trainless.ui", "icons/run.svg") //$NON-NLS-1$ //$NON-NLS-2$
				.orElseGet(ImageDescriptor::getMissingImageDescriptor));
	}

	@Override
	public void run() {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(RUN, null);
		} catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException e) {
			ILog.of(RunAction.class).error(e.getMessage(), e);
		}
	}
}
