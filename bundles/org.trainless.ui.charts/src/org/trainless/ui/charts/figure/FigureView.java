/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trainless.figures.Figure;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitectureSelectionProvider;
import org.trainless.ui.share.Message;
import org.trainless.ui.share.PictureSource;
import org.trainless.ui.share.TableSource;
import org.trainless.ui.theme.Themes;

/**
 * A view that shows one figure of the open runs, computed in a job whenever they change. Where there is nothing to show
 * it says in words what to do.
 */
public abstract class FigureView extends ViewPart implements FigureListener, PictureSource, TableSource {
	private final ArchitectureSelectionProvider published = new ArchitectureSelectionProvider();
	private final OpenRuns.Listener listener = runs -> refresh();
	private OpenRuns runs;
	private Composite stack;
	private Label empty;
	private FigureControl control;
	private FigureActions actions;
	private Job job;

	/**
	 * Computes the figure; called in a job.
	 *
	 * @param open    the open runs
	 * @param monitor asked whether the figure is still wanted
	 * @return the figure; empty when there is nothing to show
	 */
	protected abstract Optional<Figure> compute(List<ShownRun> open, IProgressMonitor monitor);

	/**
	 * @return what to say when there is nothing to show; asked again whenever a figure was computed
	 */
	protected abstract String emptyText();

	/**
	 * @return how tests and help find the figure
	 */
	protected abstract String id();

	@Override
	public void createPartControl(Composite parent) {
		Composite all = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		all.setLayout(layout);
		Message message = new Message(all, id() + ".told"); //$NON-NLS-1$
		stack = new Composite(all, SWT.NONE);
		stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		stack.setLayout(new StackLayout());
		PlatformUI.getWorkbench().getHelpSystem().setHelp(all, "org.trainless.ui.charts." + id()); //$NON-NLS-1$
		empty = new Label(stack, SWT.WRAP | SWT.CENTER);
		empty.setText(emptyText());
		Themes.followText(empty);
		control = new FigureControl(stack, this);
		control.setData("org.trainless.id", id()); //$NON-NLS-1$
		((StackLayout) stack.getLayout()).topControl = empty;
		actions = new FigureActions(control, this, message::tell);
		actions.contribute(getViewSite());
		getSite().setSelectionProvider(published);
		job = Job.create(getPartName(), this::run);
		job.setSystem(true);
		runs = getSite().getService(OpenRuns.class);
		runs.addListener(listener);
	}

	private org.eclipse.core.runtime.IStatus run(IProgressMonitor monitor) {
		Optional<Figure> figure = compute(runs.runs(), monitor);
		if (monitor.isCanceled() || stack.isDisposed()) {
			return Status.CANCEL_STATUS;
		}
		stack.getDisplay().asyncExec(() -> {
			if (!stack.isDisposed()) {
				empty.setText(emptyText());
				figure.ifPresent(f -> {
					Figure before = control.figure();
					if (before.layers().size() != f.layers().size() || !before.y().equals(f.y())) {
						shown(f);
					}
					control.show(f);
				});
				((StackLayout) stack.getLayout()).topControl = figure.isPresent() ? control : empty;
				stack.layout();
			}
		});
		return Status.OK_STATUS;
	}

	/**
	 * Called in the UI thread when another figure is about to be shown than before, for what else must say so.
	 *
	 * @param figure the figure
	 */
	protected void shown(Figure figure) {
		// nothing else by default
	}

	/**
	 * What is picked is heard of the active view only; a window that has no focus, as below a dialog, makes none so.
	 */
	@Override
	public final void pressed() {
		getSite().getPage().activate(this);
	}

	/** Computes the figure anew. */
	protected final void refresh() {
		job.schedule();
	}

	/**
	 * @return the open runs
	 */
	protected final OpenRuns runs() {
		return runs;
	}

	/**
	 * @return where what was picked is published
	 */
	protected final ArchitectureSelectionProvider published() {
		return published;
	}

	@Override
	public void copyPicture() {
		actions.copy();
	}

	@Override
	public void savePicture(Path file) {
		actions.save(file);
	}

	@Override
	public void exportTable(Path file) {
		actions.export(file);
	}

	@Override
	public String pictureName() {
		return id();
	}

	@Override
	public String tableName() {
		return id();
	}

	@Override
	public void setFocus() {
		if (((StackLayout) stack.getLayout()).topControl != control || !control.setFocus()) {
			// nothing in an empty view takes the focus; help needs it
			stack.forceFocus();
		}
	}

	@Override
	public void dispose() {
		if (runs != null) {
			runs.removeListener(listener);
		}
		if (job != null) {
			job.cancel();
		}
		super.dispose();
	}
}
