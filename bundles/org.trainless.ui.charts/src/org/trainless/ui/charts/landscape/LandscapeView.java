/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.landscape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.figures.Figure;
import org.trainless.stats.landscape.Landscape;
import org.trainless.stats.landscape.LandscapePoint;
import org.trainless.ui.charts.feature.FeatureValues;
import org.trainless.ui.charts.figure.Choice;
import org.trainless.ui.charts.figure.FigureView;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitecturePicks;
import org.trainless.ui.selection.ArchitectureSelection;

/**
 * What a proxy says of architectures against how accurate they are: of the evaluations of a run, or of a table that may
 * hold all architectures of a space. A click selects one, a rectangle all in it; what is selected elsewhere is shown
 * here.
 */
public final class LandscapeView extends FigureView {
	private static final String FEATURE = "feature"; //$NON-NLS-1$
	private static final String FIRST_FEATURE = "skip_connect"; //$NON-NLS-1$
	private static final String TABLE = "table"; //$NON-NLS-1$
	private static final String FILE = "file"; //$NON-NLS-1$
	private static final String SPACE = "space"; //$NON-NLS-1$
	private static final String BENCHMARK = "benchmark"; //$NON-NLS-1$
	private static final String BENCHMARKS = "benchmarks"; //$NON-NLS-1$
	private static final int MOST_BENCHMARKS = 10;

	private final ArchitecturePicks picks = new ArchitecturePicks(this,
			(part, architectures) -> select(architectures.architectures()));
	/** Of the job: what was read already. */
	private final Map<OpenedTable, List<LandscapeSource>> read = new LinkedHashMap<>();
	private volatile List<OpenedTable> tables = List.of();
	private volatile String chosen = ""; //$NON-NLS-1$
	private volatile String feature = FIRST_FEATURE;
	private volatile List<String> names = List.of();
	private volatile List<String> features = List.of();
	private volatile Set<String> selected = Set.of();
	private volatile String text = Messages.LandscapeView_empty;
	private volatile Optional<LandscapeFigure> shown = Optional.empty();
	private FeatureValues values;
	private Choice<String> sourceChoice;

	@Override
	public void init(IViewSite site, IMemento state) throws PartInitException {
		super.init(site, state);
		if (state == null) {
			return;
		}
		if (state.getString(FEATURE) != null) {
			feature = state.getString(FEATURE);
		}
		tables = Arrays.stream(state.getChildren(TABLE))
				.map(t -> new OpenedTable(Path.of(t.getString(FILE)), t.getString(SPACE), t.getString(BENCHMARK)))
				.toList();
	}

	@Override
	public void saveState(IMemento state) {
		state.putString(FEATURE, feature);
		for (OpenedTable table : tables) {
			IMemento child = state.createChild(TABLE);
			child.putString(FILE, table.file().toString());
			child.putString(SPACE, table.space());
			child.putString(BENCHMARK, table.benchmark());
		}
	}

	@Override
	public void createPartControl(Composite parent) {
		super.createPartControl(parent);
		IActionBars bars = getViewSite().getActionBars();
		IToolBarManager bar = bars.getToolBarManager();
		sourceChoice = new Choice<>(Messages.LandscapeView_source, Messages.LandscapeView_none, () -> names, n -> n,
				this::choose);
		sourceChoice.addTo(bar);
		new Choice<>(Messages.LandscapeView_colour, feature, () -> features, n -> n, n -> {
			feature = n;
			refresh();
		}).addTo(bar);
		IAction open = action(Messages.LandscapeView_open, this::openTable);
		open.setToolTipText(Messages.LandscapeView_openTip);
		open.setImageDescriptor(
				ResourceLocator.imageDescriptorFromBundle("org.trainless.ui", "icons/add.svg").orElse(null)); //$NON-NLS-1$ //$NON-NLS-2$
		bar.add(open);
		IMenuManager menu = bars.getMenuManager();
		menu.add(new Separator());
		menu.add(action(Messages.LandscapeView_unselect, () -> publish(List.of())));
		menu.add(open);
		menu.add(action(Messages.LandscapeView_close, this::closeTables));
		bars.updateActionBars();
		getSite().getPage().addSelectionListener(picks);
	}

	private static IAction action(String label, Runnable run) {
		return new Action(label) {
			@Override
			public void run() {
				run.run();
			}
		};
	}

	private void choose(String name) {
		chosen = name;
		refresh();
	}

	private void openTable() {
		IDialogSettings settings = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(LandscapeView.class))
				.getDialogSettings();
		String[] known = settings.getArray(BENCHMARKS);
		List<String> benchmarks = known == null ? List.of() : List.of(known);
		List<String> spaces = getSite().getService(Contributions.class).all(ContributionKind.SEARCH_SPACE).stream()
				.map(Contribution::id).toList();
		ScoreTableDialog dialog = new ScoreTableDialog(getSite().getShell(), spaces, benchmarks);
		if (dialog.open() == Window.OK) {
			OpenedTable table = dialog.chosen();
			settings.put(BENCHMARKS, Stream.concat(Stream.of(table.benchmark()), benchmarks.stream()).distinct()
					.limit(MOST_BENCHMARKS).toArray(String[]::new));
			List<OpenedTable> all = new ArrayList<>(tables);
			all.remove(table);
			all.add(table);
			tables = List.copyOf(all);
			// the table that was opened last is shown
			chosen = ""; //$NON-NLS-1$
			refresh();
		}
	}

	private void closeTables() {
		tables = List.of();
		chosen = ""; //$NON-NLS-1$
		refresh();
	}

	@Override
	protected Optional<Figure> compute(List<ShownRun> open, IProgressMonitor monitor) {
		shown = Optional.empty();
		List<LandscapeSource> sources = new ArrayList<>(open.stream().flatMap(LandscapeSource::of).toList());
		try {
			read.keySet().retainAll(tables);
			for (OpenedTable table : tables) {
				if (!read.containsKey(table)) {
					monitor.subTask(NLS.bind(Messages.LandscapeView_reading, table.file().getFileName()));
					read.put(table, table.read(getSite().getService(Contributions.class),
							getSite().getService(ExperimentFiles.class), monitor));
				}
				sources.addAll(read.get(table));
			}
		} catch (ProblemException e) {
			// the table stands there until it is closed or another is opened
			OpenedTable broken = tables.stream().filter(t -> !read.containsKey(t)).findFirst().orElseThrow();
			return nothing(NLS.bind(Messages.LandscapeView_failed, broken.file(),
					e.problems().stream().map(Problem::toLine).collect(Collectors.joining("\n")))); //$NON-NLS-1$
		} catch (OperationCanceledException e) {
			return Optional.empty();
		}
		names = sources.stream().map(LandscapeSource::name).toList();
		if (sources.isEmpty()) {
			return nothing(open.stream().allMatch(r -> r.trials().isEmpty()) ? Messages.LandscapeView_empty
					: Messages.LandscapeView_noAccuracy);
		}
		LandscapeSource source = sources.stream().filter(s -> s.name().equals(chosen)).findFirst()
				.orElse(latest(sources));
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> showChoice(source.name()));
		try {
			LandscapeFigure figure = figure(source);
			if (figure.landscape().points().isEmpty()) {
				return nothing(Messages.LandscapeView_noAccuracy);
			}
			shown = Optional.of(figure);
			return Optional.of(figure.figure());
		} catch (ProblemException e) {
			return nothing(NLS.bind(Messages.LandscapeView_failed, source.name(), e.getMessage()));
		}
	}

	/** The first proxy of what was opened last: a table, if there is one, else a run. */
	private static LandscapeSource latest(List<LandscapeSource> sources) {
		String last = sources.get(sources.size() - 1).name();
		String group = last.substring(0, last.length() - sources.get(sources.size() - 1).proxy().length());
		return sources.stream().filter(s -> s.name().equals(group + s.proxy())).findFirst().orElseThrow();
	}

	private Optional<Figure> nothing(String why) {
		text = why;
		return Optional.empty();
	}

	private void showChoice(String name) {
		if (sourceChoice != null && !name.equals(sourceChoice.current())) {
			sourceChoice.set(name);
			getViewSite().getActionBars().updateActionBars();
		}
	}

	private LandscapeFigure figure(LandscapeSource source) throws ProblemException {
		SearchSpace space = getSite().getService(Contributions.class).searchSpace(source.space());
		features = space.features().stream().map(Feature::name).toList();
		if (values == null || !values.isOf(space, feature)) {
			values = new FeatureValues(space, feature);
		}
		return new LandscapeFigure(source, values, selected);
	}

	@Override
	protected String emptyText() {
		return text;
	}

	@Override
	protected String id() {
		return "landscape"; //$NON-NLS-1$
	}

	@Override
	public String describe(Figure.Layer layer, int index) {
		return shown.map(s -> s.describe(layer, index)).orElse(""); //$NON-NLS-1$
	}

	@Override
	public void picked(Figure.Layer layer, int index) {
		shown.flatMap(s -> s.point(layer, index)).map(LandscapePoint::architecture).ifPresent(a -> publish(List.of(a)));
	}

	@Override
	public String architecture(Figure.Layer layer, int index) {
		return shown.flatMap(s -> s.point(layer, index)).map(LandscapePoint::architecture).orElse(""); //$NON-NLS-1$
	}

	@Override
	public void brushed(double fromX, double toX, double fromY, double toY) {
		shown.ifPresent(s -> {
			Landscape landscape = s.landscape();
			publish(Arrays.stream(landscape.within(fromX, toX, fromY, toY))
					.mapToObj(i -> landscape.points().get(i).architecture()).toList());
		});
	}

	private void publish(List<String> architectures) {
		select(architectures);
		published().publish(new ArchitectureSelection(shown.map(LandscapeFigure::space).orElse(""), architectures)); //$NON-NLS-1$
	}

	private void select(List<String> architectures) {
		Set<String> now = new LinkedHashSet<>(architectures);
		if (!now.equals(selected)) {
			selected = now;
			refresh();
		}
	}

	@Override
	public void dispose() {
		getSite().getPage().removeSelectionListener(picks);
		super.dispose();
	}
}
