/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window: its title says which workspace it shows. */
final class TrainlessWindowAdvisor extends WorkbenchWindowAdvisor {
	private static final Point SIZE = new Point(1400, 900);

	private final Splash splash;

	TrainlessWindowAdvisor(IWorkbenchWindowConfigurer configurer, Splash splash) {
		super(configurer);
		this.splash = splash;
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
		configurer.setInitialSize(SIZE);
		configurer.setShowCoolBar(true);
		configurer.setShowStatusLine(true);
		configurer.setShowProgressIndicator(true);
		configurer.setShowPerspectiveBar(false);
		configurer.setTitle(NLS.bind(Messages.TrainlessWindowAdvisor_title,
				Platform.getInstanceLocation().getURL().getPath().replaceAll("/$", ""))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void postWindowOpen() {
		splash.close();
	}

	/** Menus and tool bars are contributed; here are only the actions that parts expect to redirect. */
	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
		return new ActionBarAdvisor(configurer) {
			@Override
			protected void makeActions(IWorkbenchWindow window) {
				for (ActionFactory factory : new ActionFactory[] { ActionFactory.SAVE, ActionFactory.SAVE_ALL,
						ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.CUT, ActionFactory.COPY,
						ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL, ActionFactory.FIND,
						ActionFactory.REFRESH, ActionFactory.RENAME, ActionFactory.PROPERTIES, ActionFactory.INTRO }) {
					register(factory.create(window));
				}
			}

			@Override
			protected void fillMenuBar(IMenuManager menuBar) {
				// contributed
			}

			@Override
			protected void fillCoolBar(ICoolBarManager coolBar) {
				// contributed
			}
		};
	}
}
