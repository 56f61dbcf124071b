/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.query.QueryService;
import org.trainless.core.registry.Contributions;
import org.trainless.ui.charts.cell.CellCanvas.Placed;
import org.trainless.ui.charts.cell.CellReading.Request;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitecturePicks;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.selection.ArchitectureSelectionProvider;
import org.trainless.ui.share.PictureSource;
import org.trainless.ui.share.TableSource;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * One cell: its graph, which can be changed edge by edge, and all that is known of it, beside another cell if one is
 * pinned. Shows what is selected in other views.
 */
public final class CellView extends ViewPart implements PictureSource, TableSource {
	/** Id of the view, and of its help. */
	public static final String ID = "org.trainless.ui.charts.cell"; //$NON-NLS-1$

	private static final int TYPING_MILLIS = 250;
	private static final int RUNS_MILLIS = 400;
	private static final String SPACE = "space"; //$NON-NLS-1$
	private static final String ARCHITECTURE = "architecture"; //$NON-NLS-1$
	private static final String PINNED = "pinned"; //$NON-NLS-1$

	private final ArchitectureSelectionProvider published = new ArchitectureSelectionProvider();
	private final ArchitecturePicks picks = new ArchitecturePicks(this, this::pickedElsewhere);
	private final OpenRuns.Listener runsListener = this::runsChanged;
	private final CellHistory history = new CellHistory();
	private Optional<IMemento> memento = Optional.empty();
	private Display display;
	private OpenRuns runs;
	private Contributions contributions;
	private CellLookup lookup;
	private Text text;
	private Label error;
	private Label hint;
	private Composite stack;
	private Label empty;
	private SashForm content;
	private CellCanvas canvas;
	private FactTable facts;
	private CellActions actions;
	private CellReading reader;
	private Job looker;
	/** Also read by jobs. */
	private volatile Optional<Placed> cell = Optional.empty();
	private Optional<Placed> pinned = Optional.empty();
	private final AtomicReference<List<ShownRun>> latest = new AtomicReference<>(List.of());
	private boolean quiet;
	/** What somebody is writing is not written over. */
	private boolean typing;
	private final Runnable readLater = () -> {
		typing = false;
		if (!text.isDisposed() && !text.getText().isBlank()) {
			reader.request(new Request(Optional.empty(), text.getText(), true, false));
		}
	};

	@Override
	public void init(IViewSite site, IMemento state) throws PartInitException {
		super.init(site, state);
		memento = Optional.ofNullable(state);
	}

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		contributions = getSite().getService(Contributions.class);
		lookup = new CellLookup(contributions, getSite().getService(QueryService.class),
				getSite().getService(ExperimentFiles.class));
		Composite all = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		all.setLayout(layout);
		text = new Text(all, SWT.SEARCH | SWT.SINGLE);
		text.setMessage(Messages.CellView_text);
		text.setToolTipText(Messages.CellView_text);
		text.setData("org.trainless.id", "cell.text"); //$NON-NLS-1$ //$NON-NLS-2$
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		text.addListener(SWT.Modify, e -> {
			if (!quiet) {
				typing = true;
				display.timerExec(TYPING_MILLIS, readLater);
			}
		});
		error = new Label(all, SWT.WRAP);
		error.setData("org.trainless.id", "cell.error"); //$NON-NLS-1$ //$NON-NLS-2$
		error.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		stack = new Composite(all, SWT.NONE);
		stack.setLayout(new StackLayout());
		stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		empty = new Label(stack, SWT.WRAP);
		empty.setText(Messages.CellView_empty);
		Themes.followText(empty);
		content = new SashForm(stack, SWT.VERTICAL);
		Composite drawn = new Composite(content, SWT.NONE);
		GridLayout below = new GridLayout();
		below.marginWidth = 0;
		below.marginHeight = 0;
		drawn.setLayout(below);
		canvas = new CellCanvas(drawn, this::edited);
		canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		hint = new Label(drawn, SWT.WRAP);
		Themes.followText(hint);
		hint.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		facts = new FactTable(content);
		content.setWeights(64, 36);
		((StackLayout) stack.getLayout()).topControl = empty;
		tell(""); //$NON-NLS-1$
		PlatformUI.getWorkbench().getHelpSystem().setHelp(all, ID);
		getSite().setSelectionProvider(published);
		reader = new CellReading(lookup, this::usualSpace, display, this::shown, this::tell);
		looker = Job.create(Messages.CellView_facts, this::lookUp);
		looker.setSystem(true);
		actions = new CellActions(this, canvas);
		actions.install();
		runs = getSite().getService(OpenRuns.class);
		runs.addListener(runsListener);
		getSite().getPage().addSelectionListener(picks);
		memento.ifPresent(this::restore);
		ArchitectureSelectionProvider.latest(getSite().getPage()).ifPresent(this::follow);
	}

	private void restore(IMemento state) {
		Optional<String> space = Optional.ofNullable(state.getString(SPACE));
		Optional.ofNullable(state.getString(PINNED)).ifPresent(p -> reader.request(new Request(space, p, false, true)));
		Optional.ofNullable(state.getString(ARCHITECTURE))
				.ifPresent(a -> reader.request(new Request(space, a, false, false)));
	}

	@Override
	public void saveState(IMemento state) {
		cell.ifPresent(c -> {
			state.putString(SPACE, c.shown().spaceId());
			state.putString(ARCHITECTURE, c.shown().architecture().text());
		});
		pinned.ifPresent(p -> state.putString(PINNED, p.shown().architecture().text()));
	}

	private void shown(Placed placed, Request request) {
		if (canvas.isDisposed() || typing && !request.typed() && !request.pin()) {
			return;
		}
		tell(""); //$NON-NLS-1$
		if (request.pin()) {
			pinned = Optional.of(placed);
			actions.update();
			refresh();
		} else {
			remember();
			show(placed, !request.typed());
			if (request.typed()) {
				publish();
			}
		}
	}

	/** What is written without naming its space is of the one that is shown. */
	private String usualSpace() {
		return cell.map(c -> c.shown().spaceId())
				.or(() -> contributions.all(ContributionKind.SEARCH_SPACE).stream().map(Contribution::id).findFirst())
				.orElse(""); //$NON-NLS-1$
	}

	private void remember() {
		cell.ifPresent(c -> history.left(c.shown()));
	}

	private void show(Placed placed, boolean write) {
		cell = Optional.of(placed);
		if (write) {
			quiet = true;
			text.setText(placed.shown().architecture().text());
			quiet = false;
			tell(""); //$NON-NLS-1$
		}
		refresh();
	}

	private void refresh() {
		canvas.show(cell, pinned);
		cell.ifPresent(c -> {
			int choices = c.shown().choices(0).size();
			String told = choices == 0 ? "" : NLS.bind(Messages.CellView_hint, choices); //$NON-NLS-1$
			// the picture must not move below the mouse for nothing
			if (!told.equals(hint.getText())) {
				hint.setText(told);
				hint.requestLayout();
			}
		});
		StackLayout layout = (StackLayout) stack.getLayout();
		layout.topControl = cell.isPresent() ? content : empty;
		stack.layout();
		actions.update();
		looker.cancel();
		looker.schedule();
	}

	/** A change in the drawing. Layouts do not depend on operations, so there is nothing to wait for. */
	private void edited(ShownCell other) {
		List<CellLayout> layouts = cell.orElseThrow().layouts();
		remember();
		show(new Placed(other, layouts), true);
		publish();
	}

	private void publish() {
		cell.ifPresent(c -> published
				.publish(new ArchitectureSelection(c.shown().spaceId(), List.of(c.shown().architecture().text()))));
	}

	private void pickedElsewhere(IWorkbenchPart part, ArchitectureSelection picked) {
		if (!picked.isEmpty()) {
			follow(picked);
			raise(part);
		}
	}

	/** Whoever picks something wants to see it; but not in the place of where it was picked. */
	private void raise(IWorkbenchPart picked) {
		IWorkbenchPage page = getSite().getPage();
		IViewPart[] stack = page.getViewStack(this);
		if (stack != null && !page.isPartVisible(this) && !Arrays.asList(stack).contains(picked)) {
			page.bringToTop(this);
		}
	}

	private void follow(ArchitectureSelection picked) {
		String first = picked.architectures().get(0);
		if (cell.isEmpty() || !cell.get().shown().architecture().text().equals(first)) {
			reader.request(new Request(Optional.of(picked.space()).filter(s -> !s.isEmpty()), first, false, false));
		}
	}

	private void runsChanged(List<ShownRun> all) {
		latest.set(all);
		looker.schedule(RUNS_MILLIS);
	}

	/** In a job. */
	private IStatus lookUp(IProgressMonitor monitor) {
		AtomicReference<Optional<Placed>> first = new AtomicReference<>(cell);
		AtomicReference<Optional<Placed>> second = new AtomicReference<>(pinned);
		if (first.get().isEmpty()) {
			return Status.OK_STATUS;
		}
		try {
			CellFacts known = lookup.facts(first.get().get().shown(), latest.get());
			Optional<CellFacts> other = second.get().isEmpty() ? Optional.empty()
					: Optional.of(lookup.facts(second.get().get().shown(), latest.get()));
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			display.asyncExec(() -> {
				if (!canvas.isDisposed() && cell.equals(first.get()) && pinned.equals(second.get())) {
					facts.show(known, other);
				}
			});
			return Status.OK_STATUS;
		} catch (ProblemException e) {
			display.asyncExec(() -> tell(e.problems().get(0).message()));
			return Status.OK_STATUS;
		}
	}

	/** Tells something in its place, below the text. */
	void tell(String what) {
		if (error.isDisposed()) {
			return;
		}
		error.setText(what);
		error.setForeground(Palette.problem());
		((GridData) error.getLayoutData()).exclude = what.isEmpty();
		error.setVisible(!what.isEmpty());
		error.getParent().layout();
	}

	/**
	 * Keeps the cell that is shown beside the next ones, or lets the kept one go.
	 *
	 * @param keep whether to keep it
	 */
	public void pin(boolean keep) {
		pinned = keep ? cell : Optional.empty();
		refresh();
	}

	boolean isPinned() {
		return pinned.isPresent();
	}

	boolean isShowing() {
		return cell.isPresent();
	}

	boolean canGoBack() {
		return history.canGoBack();
	}

	boolean canGoForward() {
		return history.canGoForward();
	}

	void goBack() {
		cell.flatMap(c -> history.back(c.shown())).ifPresent(this::go);
	}

	void goForward() {
		cell.flatMap(c -> history.forward(c.shown())).ifPresent(this::go);
	}

	private void go(ShownCell next) {
		show(new Placed(next, cell.orElseThrow().layouts()), true);
		publish();
	}

	/** Shows what somebody copied elsewhere. */
	void paste(String what) {
		text.setText(what.strip());
	}

	Text text() {
		return text;
	}

	/**
	 * @return text of the architecture that is shown
	 */
	public Optional<String> architecture() {
		return cell.map(c -> c.shown().architecture().text());
	}

	/**
	 * @return the names of what is known of it, with the values
	 */
	public Set<String> known() {
		return new LinkedHashSet<>(facts.lines());
	}

	/**
	 * @param edge of the cell that is shown
	 * @return where its label is, in pixels of the drawing
	 */
	public Point placeOf(int edge) {
		return canvas.labelOf(edge);
	}

	@Override
	public void copyPicture() {
		actions.copyPicture();
	}

	@Override
	public void savePicture(Path file) {
		actions.savePicture(file);
	}

	@Override
	public String pictureName() {
		return "cell"; //$NON-NLS-1$
	}

	@Override
	public void exportTable(Path file) {
		facts.export(file, this::tell);
	}

	@Override
	public String tableName() {
		return "cell"; //$NON-NLS-1$
	}

	@Override
	public void setFocus() {
		if (cell.isPresent()) {
			canvas.setFocus();
		} else {
			text.setFocus();
		}
	}

	@Override
	public void dispose() {
		runs.removeListener(runsListener);
		getSite().getPage().removeSelectionListener(picks);
		reader.cancel();
		looker.cancel();
		super.dispose();
	}
}
