/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.List;
import java.util.function.BiConsumer;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.trainless.experiment.assist.OutlineItem;

/** The parts of an experiment as a tree; a click shows a part in the source. */
final class OutlinePage extends ContentOutlinePage {
	private static final int LEVELS = 3;

	private final BiConsumer<Integer, Integer> reveal;
	private List<OutlineItem> items = List.of();
	private boolean showing;

	OutlinePage(BiConsumer<Integer, Integer> reveal) {
		this.reveal = reveal;
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer viewer = getTreeViewer();
		viewer.setComparer(new ByPath());
		viewer.setContentProvider(new Parts());
		viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Words()));
		viewer.setAutoExpandLevel(LEVELS);
		viewer.getTree().setData("org.trainless.id", "outline"); //$NON-NLS-1$ //$NON-NLS-2$
		viewer.setInput(this);
	}

	void show(List<OutlineItem> parts) {
		items = parts;
		TreeViewer viewer = getTreeViewer();
		if (viewer != null && !viewer.getControl().isDisposed() && Display.getCurrent() != null) {
			showing = true;
			boolean first = viewer.getTree().getItemCount() == 0;
			Object[] expanded = viewer.getExpandedElements();
			viewer.refresh();
			if (first) {
				viewer.expandToLevel(LEVELS);
			} else {
				viewer.setExpandedElements(expanded);
			}
			showing = false;
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (!showing && event.getSelection() instanceof IStructuredSelection selection
				&& selection.getFirstElement() instanceof OutlineItem item) {
			reveal.accept(item.offset(), item.selected());
		}
	}

	/** A part stays the same part while its text changes. */
	private static final class ByPath implements org.eclipse.jface.viewers.IElementComparer {
		@Override
		public boolean equals(Object a, Object b) {
			return a instanceof OutlineItem first && b instanceof OutlineItem second
					? first.path().equals(second.path())
					: a.equals(b);
		}

		@Override
		public int hashCode(Object element) {
			return element instanceof OutlineItem item ? item.path().hashCode() : element.hashCode();
		}
	}

	private final class Parts implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return items.toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((OutlineItem) parent).children().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((OutlineItem) element).children().isEmpty();
		}
	}

	private static final class Words extends LabelProvider implements IStyledLabelProvider {
		@Override
		public StyledString getStyledText(Object element) {
			OutlineItem item = (OutlineItem) element;
			StyledString text = new StyledString(item.label());
			if (!item.detail().isEmpty()) {
				text.append("  " + item.detail(), StyledString.QUALIFIER_STYLER); //$NON-NLS-1$
			}
			return text;
		}

		@Override
		public Image getImage(Object element) {
			return KindImages.of(((OutlineItem) element).kind());
		}
	}
}
