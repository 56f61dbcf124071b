/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.selection;

import java.util.function.BiConsumer;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;

/**
 * Hears what a person picks in other views. The workbench tells the selection of a view again whenever the view is
 * activated, as by a click on its tab; that is no pick, and what was shown since stays. Only for the UI thread.
 */
public final class ArchitecturePicks implements ISelectionListener {
	private final IWorkbenchPart own;
	private final BiConsumer<IWorkbenchPart, ArchitectureSelection> picked;
	private long latest = System.nanoTime();

	/**
	 * @param own    the view that follows; what is picked in itself is not told
	 * @param picked gets the part and what was picked in it, which may be nothing
	 */
	public ArchitecturePicks(IWorkbenchPart own, BiConsumer<IWorkbenchPart, ArchitectureSelection> picked) {
		this.own = own;
		this.picked = picked;
	}

	@Override
	public void selectionChanged(IWorkbenchPart part, ISelection selection) {
		if (selection instanceof ArchitectureSelection architectures
				&& part.getSite().getSelectionProvider() instanceof ArchitectureSelectionProvider provider
				&& provider.picked().isPresent() && provider.picked().getAsLong() - latest > 0) {
			latest = provider.picked().getAsLong();
			if (part != own) {
				picked.accept(part, architectures);
			}
		}
	}
}
