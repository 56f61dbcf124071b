/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.selection;

import java.util.List;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;

/**
 * What a view sets as its site's selection provider, and tells of the architectures that a person picked in it. To be
 * used in the UI thread.
 *
 * @since 0.1
 */
public final class ArchitectureSelectionProvider implements ISelectionProvider {
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
	private ISelection selection = new ArchitectureSelection("", List.of()); //$NON-NLS-1$

	/**
	 * @param picked what a person picked
	 */
	public void publish(ArchitectureSelection picked) {
		setSelection(picked);
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}

	@Override
	public ISelection getSelection() {
		return selection;
	}

	@Override
	public void setSelection(ISelection picked) {
		selection = picked;
		SelectionChangedEvent event = new SelectionChangedEvent(this, picked);
		listeners.forEach(l -> l.selectionChanged(event));
	}
}
