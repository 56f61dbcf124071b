/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.ui.IWorkbenchPage;

/**
 * What a view sets as its site's selection provider, and tells of the architectures that a person picked in it. To be
 * used in the UI thread.
 *
 * @since 0.1
 */
public final class ArchitectureSelectionProvider implements ISelectionProvider {
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
	/** When; only compared with that of other providers. */
	private OptionalLong picked = OptionalLong.empty();
	private ISelection selection = new ArchitectureSelection("", List.of()); //$NON-NLS-1$

	/**
	 * @param picked what a person picked
	 */
	public void publish(ArchitectureSelection picked) {
		setSelection(picked);
	}

	/**
	 * What a person picked last in any view that is open: a view that is opened after that shows it too.
	 *
	 * @param page has the views
	 * @return the selection; empty when nothing was picked
	 */
	public static Optional<ArchitectureSelection> latest(IWorkbenchPage page) {
		return Arrays.stream(page.getViewReferences()).map(r -> r.getView(false)).filter(Objects::nonNull)
				.map(v -> v.getSite().getSelectionProvider())
				.filter(p -> p instanceof ArchitectureSelectionProvider of && !of.selection.isEmpty())
				.map(ArchitectureSelectionProvider.class::cast)
				.max(Comparator.comparingLong((ArchitectureSelectionProvider p) -> p.picked.orElseThrow()))
				.map(p -> p.selection instanceof ArchitectureSelection architectures ? architectures : null);
	}

	/** @return when something was picked here last, if ever; only to be compared with that of other providers */
	OptionalLong picked() {
		return picked;
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
	public void setSelection(ISelection selected) {
		selection = selected;
		picked = OptionalLong.of(System.nanoTime());
		SelectionChangedEvent event = new SelectionChangedEvent(this, selected);
		listeners.forEach(l -> l.selectionChanged(event));
	}
}
