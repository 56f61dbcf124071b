/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.histogram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.api.strategy.Proposal;
import org.trainless.core.registry.Contributions;
import org.trainless.figures.Figure;
import org.trainless.stats.histogram.Histogram;
import org.trainless.stats.landscape.FeatureGroup;
import org.trainless.ui.charts.feature.FeatureValues;
import org.trainless.ui.charts.feature.GroupNames;
import org.trainless.ui.charts.figure.Choice;
import org.trainless.ui.charts.figure.FigureView;
import org.trainless.ui.runs.RunFacts;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitectureSelection;

/**
 * How the scores are spread, split by a feature of the cells. Each architecture counts once for each seed. A click on a
 * bar selects its cells.
 */
public final class HistogramView extends FigureView {
	private static final String FEATURE = "feature"; //$NON-NLS-1$
	private static final String FIRST_FEATURE = "skip_connect"; //$NON-NLS-1$

	/** What was counted, for those who click. */
	private record Counted(String space, Histogram histogram, List<String> names, List<String> architectures,
			double[] scores, int[] member) {
	}

	/** One architecture with one draw of a proxy. */
	private record Draw(String architecture, long seed, Task task) {
	}

	private volatile String feature = FIRST_FEATURE;
	private volatile Optional<String> objective = Optional.empty();
	private volatile List<String> objectives = List.of();
	private volatile List<String> features = List.of();
	private volatile Optional<Counted> counted = Optional.empty();
	private Choice<String> objectiveChoice;
	private FeatureValues values;

	@Override
	public void init(IViewSite site, IMemento state) throws PartInitException {
		super.init(site, state);
		if (state != null && state.getString(FEATURE) != null) {
			feature = state.getString(FEATURE);
		}
	}

	@Override
	public void saveState(IMemento state) {
		state.putString(FEATURE, feature);
	}

	@Override
	public void createPartControl(Composite parent) {
		super.createPartControl(parent);
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		objectiveChoice = new Choice<>(Messages.HistogramView_objective, "", () -> objectives, n -> n, n -> { //$NON-NLS-1$
			objective = Optional.of(n);
			refresh();
		});
		objectiveChoice.addTo(bar);
		new Choice<>(Messages.HistogramView_split, feature, () -> features, n -> n, n -> {
			feature = n;
			refresh();
		}).addTo(bar);
		getViewSite().getActionBars().updateActionBars();
	}

	@Override
	protected Optional<Figure> compute(List<ShownRun> open, IProgressMonitor monitor) {
		counted = Optional.empty();
		Set<String> known = new LinkedHashSet<>();
		open.forEach(r -> r.facts().searches().forEach(s -> known.add(s.objective())));
		objectives = List.copyOf(known);
		Optional<ShownRun> first = open.stream().filter(r -> !r.facts().space().isEmpty() && !r.trials().isEmpty())
				.findFirst();
		if (first.isEmpty() || known.isEmpty()) {
			return Optional.empty();
		}
		String shown = objective.filter(known::contains).orElse(objectives.get(0));
		Map<Draw, Double> scores = new LinkedHashMap<>();
		for (ShownRun run : open) {
			if (run.facts().space().equals(first.get().facts().space())) {
				collect(run, shown, scores);
			}
			if (monitor.isCanceled()) {
				return Optional.empty();
			}
		}
		if (scores.isEmpty()) {
			return Optional.empty();
		}
		try {
			SearchSpace space = getSite().getService(Contributions.class).searchSpace(first.get().facts().space());
			return Optional.of(figure(first.get().facts().space(), space, shown, scores));
		} catch (ProblemException e) {
			ILog.of(HistogramView.class).warn(e.getMessage(), e);
			return Optional.empty();
		}
	}

	private static void collect(ShownRun run, String objective, Map<Draw, Double> scores) {
		Set<String> searches = new LinkedHashSet<>();
		for (RunFacts.SearchFacts search : run.facts().searches()) {
			if (search.objective().equals(objective)) {
				searches.add(search.name());
			}
		}
		for (Trial trial : run.trials()) {
			if (searches.contains(trial.search()) && trial.objective().equals(Proposal.OBJECTIVE)) {
				scores.putIfAbsent(new Draw(trial.architecture(), trial.seed(), run.facts().taskOrUsual()),
						trial.score().value());
			}
		}
	}

	private Figure figure(String spaceId, SearchSpace space, String shown, Map<Draw, Double> scores) {
		features = space.features().stream().map(Feature::name).toList();
		if (values == null || !values.isOf(space, feature)) {
			values = new FeatureValues(space, feature);
		}
		List<String> architectures = scores.keySet().stream().map(Draw::architecture).toList();
		double[] numbers = scores.values().stream().mapToDouble(v -> v).toArray();
		List<FeatureGroup> groups = FeatureGroup.inTwo(
				scores.keySet().stream().mapToDouble(d -> values.of(d.architecture(), d.task())).toArray(),
				values.feature().type());
		GroupNames called = new GroupNames(values.feature().type(),
				values.name(scores.keySet().stream().map(Draw::task).distinct().toList()));
		List<String> names = new ArrayList<>();
		int[] member = new int[numbers.length];
		for (FeatureGroup group : groups) {
			for (int i : group.members()) {
				member[i] = names.size();
			}
			names.add(called.ofTwo(group, names.isEmpty()));
		}
		Histogram histogram = Histogram.of(numbers, member, names.size());
		counted = Optional.of(new Counted(spaceId, histogram, names, architectures, numbers, member));
		List<Figure.Layer> layers = new ArrayList<>();
		for (int g = 0; g < names.size(); g++) {
			layers.add(new Figure.Bars(names.get(g), g, histogram.edges(), histogram.counts()[g]));
		}
		int odd = java.util.Arrays.stream(histogram.nonFinite()).sum();
		return new Figure(NLS.bind(Messages.HistogramView_title, shown),
				odd == 0 ? "" : NLS.bind(Messages.HistogramView_nonFinite, odd), //$NON-NLS-1$
				NLS.bind(Messages.HistogramView_score, shown), Messages.HistogramView_cells, layers);
	}

	@Override
	protected void shown(Figure figure) {
		objectiveChoice
				.set(objective.filter(objectives::contains).orElse(objectives.isEmpty() ? "" : objectives.get(0))); //$NON-NLS-1$
		getViewSite().getActionBars().getToolBarManager().update(true);
	}

	@Override
	protected String emptyText() {
		return Messages.HistogramView_empty;
	}

	@Override
	protected String id() {
		return "histogram"; //$NON-NLS-1$
	}

	@Override
	public String describe(Figure.Layer layer, int index) {
		Figure.Bars bars = (Figure.Bars) layer;
		return NLS.bind(Messages.HistogramView_bar,
				new Object[] { bars.name(), bars.count()[index],
						String.format(Locale.ROOT, "%.4g", bars.edges()[index]), //$NON-NLS-1$
						String.format(Locale.ROOT, "%.4g", bars.edges()[index + 1]) }); //$NON-NLS-1$
	}

	@Override
	public void picked(Figure.Layer layer, int index) {
		counted.ifPresent(c -> {
			int group = c.names().indexOf(layer.name());
			double low = c.histogram().edges()[index];
			double high = c.histogram().edges()[index + 1];
			boolean last = index == c.histogram().edges().length - 2;
			publish(c, i -> c.member()[i] == group && c.scores()[i] >= low
					&& (c.scores()[i] < high || last && c.scores()[i] <= high));
		});
	}

	@Override
	public void brushed(double fromX, double toX, double fromY, double toY) {
		counted.ifPresent(c -> publish(c, i -> c.scores()[i] >= fromX && c.scores()[i] <= toX));
	}

	/** As many as there are trials, so not in the UI thread. */
	private void publish(Counted c, IntPredicate wanted) {
		Job collect = Job.create(Messages.HistogramView_collecting, monitor -> {
			List<String> picked = IntStream.range(0, c.scores().length).filter(wanted).boxed()
					.sorted((a, b) -> Double.compare(c.scores()[b], c.scores()[a])).map(c.architectures()::get)
					.distinct().toList();
			ArchitectureSelection selection = new ArchitectureSelection(c.space(), picked);
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> published().publish(selection));
			return Status.OK_STATUS;
		});
		collect.setSystem(true);
		collect.schedule();
	}
}
