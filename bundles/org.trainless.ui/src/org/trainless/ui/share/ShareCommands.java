/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * The commands by which what is shown leaves the window, for the menus of views.
 *
 * @since 0.1
 */
public enum ShareCommands {
	/** Copies the picture. */
	COPY_PICTURE("org.trainless.ui.copyPicture"), //$NON-NLS-1$
	/** Saves the picture. */
	SAVE_PICTURE("org.trainless.ui.savePicture"), //$NON-NLS-1$
	/** Exports the numbers. */
	EXPORT_TABLE("org.trainless.ui.exportTable"); //$NON-NLS-1$

	private final String id;

	ShareCommands(String id) {
		this.id = id;
	}

	/**
	 * Adds the command for one view, whether that is active already or becomes so by the click.
	 *
	 * @param manager menu or tool bar of the view
	 * @param site    of the view
	 */
	public void addTo(IContributionManager manager, IViewSite site) {
		Command command = site.getService(ICommandService.class).getCommand(id);
		ImageDescriptor image = site.getService(ICommandImageService.class).getImageDescriptor(id);
		Action action = new Action(name(command), image) {
			@Override
			public void run() {
				site.getPage().activate(site.getPart());
				try {
					site.getService(IHandlerService.class).executeCommand(id, null);
				} catch (CommandException e) {
					throw new IllegalStateException(id, e);
				}
			}
		};
		action.setActionDefinitionId(id);
		manager.add(action);
	}

	private static String name(Command command) {
		try {
			return command.getName();
		} catch (NotDefinedException e) {
			throw new IllegalStateException("the commands are declared beside this", e); //$NON-NLS-1$
		}
	}
}
