/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.perspective;

import java.util.List;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/**
 * Files on the left, the experiment in the middle with the plots on its right, the runs below with the cell on their
 * right. Views of other bundles place themselves by the folders' names.
 */
public final class TrainlessPerspective implements IPerspectiveFactory {
	/** Below the editor: tables and lists. */
	public static final String BELOW = "org.trainless.ui.below"; //$NON-NLS-1$
	/** On the right: plots. */
	public static final String RIGHT = "org.trainless.ui.right"; //$NON-NLS-1$
	/** Below the plots: what is picked in them. Not behind them, because one looks from the one to the other. */
	public static final String PICKED = "org.trainless.ui.picked"; //$NON-NLS-1$

	private static final List<String> SHORTCUTS = List.of("org.trainless.ui.runs", "org.trainless.ui.evaluations", //$NON-NLS-1$ //$NON-NLS-2$
			"org.trainless.ui.charts.anytime", "org.trainless.ui.charts.histogram", "org.trainless.ui.charts.landscape", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"org.trainless.ui.charts.cell", ProjectExplorer.VIEW_ID, IPageLayout.ID_PROBLEM_VIEW, //$NON-NLS-1$
			IConsoleConstants.ID_CONSOLE_VIEW, IPageLayout.ID_PROGRESS_VIEW, IPageLayout.ID_OUTLINE,
			"org.eclipse.pde.runtime.LogView"); //$NON-NLS-1$

	private static final float LEFT_SHARE = 0.16f;
	private static final float RIGHT_SHARE = 0.58f;
	private static final float BELOW_SHARE = 0.53f;

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.addView(ProjectExplorer.VIEW_ID, IPageLayout.LEFT, LEFT_SHARE, editors);
		IFolderLayout below = layout.createFolder(BELOW, IPageLayout.BOTTOM, BELOW_SHARE, editors);
		below.addView("org.trainless.ui.runs"); //$NON-NLS-1$
		below.addView("org.trainless.ui.evaluations"); //$NON-NLS-1$
		below.addView(IPageLayout.ID_PROBLEM_VIEW);
		below.addView(IConsoleConstants.ID_CONSOLE_VIEW);
		below.addView(IPageLayout.ID_PROGRESS_VIEW);
		below.addPlaceholder("org.eclipse.pde.runtime.LogView"); //$NON-NLS-1$
		IFolderLayout right = layout.createFolder(RIGHT, IPageLayout.RIGHT, RIGHT_SHARE, editors);
		right.addView("org.trainless.ui.charts.anytime"); //$NON-NLS-1$
		right.addView("org.trainless.ui.charts.histogram"); //$NON-NLS-1$
		right.addView("org.trainless.ui.charts.landscape"); //$NON-NLS-1$
		right.addView(IPageLayout.ID_OUTLINE);
		IFolderLayout picked = layout.createFolder(PICKED, IPageLayout.RIGHT, RIGHT_SHARE, BELOW);
		picked.addView("org.trainless.ui.charts.cell"); //$NON-NLS-1$
		for (String view : SHORTCUTS) {
			layout.addShowViewShortcut(view);
		}
		layout.addNewWizardShortcut("org.trainless.ui.newProject"); //$NON-NLS-1$
		layout.addNewWizardShortcut("org.trainless.ui.newExperiment"); //$NON-NLS-1$
	}
}
