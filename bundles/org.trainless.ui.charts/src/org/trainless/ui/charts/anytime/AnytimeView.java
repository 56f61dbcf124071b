/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.anytime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.trainless.api.run.Trial;
import org.trainless.figures.Figure;
import org.trainless.stats.curve.AnytimeAxis;
import org.trainless.stats.curve.AnytimeCurve;
import org.trainless.stats.curve.AnytimeValue;
import org.trainless.stats.curve.Incumbents;
import org.trainless.ui.charts.figure.Choice;
import org.trainless.ui.charts.figure.FigureView;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitectureSelection;

/**
 * How good the incumbent of each search is as it goes on: mean over seeds, with a 95 % band. A click selects the
 * incumbents of all seeds at that place.
 */
public final class AnytimeView extends FigureView {
	private static final String AXIS = "axis"; //$NON-NLS-1$
	private static final String VALUE = "value"; //$NON-NLS-1$

	/** What a line shows. */
	private record Line(ShownRun run, AnytimeCurve curve) {
	}

	private volatile AnytimeAxis axis = AnytimeAxis.EVALUATIONS;
	/** Chosen by a person; until then accuracy where there is one. */
	private volatile Optional<AnytimeValue> value = Optional.empty();
	private volatile Map<String, Line> lines = Map.of();
	private Choice<AnytimeValue> shown;

	@Override
	public void init(IViewSite site, IMemento state) throws PartInitException {
		super.init(site, state);
		if (state != null) {
			axis = restored(AnytimeAxis.values(), state.getString(AXIS)).orElse(axis);
			value = restored(AnytimeValue.values(), state.getString(VALUE));
		}
	}

	private static <E extends Enum<E>> Optional<E> restored(E[] all, String name) {
		return java.util.Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst();
	}

	@Override
	public void saveState(IMemento state) {
		state.putString(AXIS, axis.name());
		value.ifPresent(v -> state.putString(VALUE, v.name()));
	}

	@Override
	public void createPartControl(Composite parent) {
		super.createPartControl(parent);
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		shown = new Choice<>(Messages.AnytimeView_value, value.orElse(AnytimeValue.SCORE),
				() -> List.of(AnytimeValue.values()), AnytimeView::name, v -> {
					value = Optional.of(v);
					refresh();
				});
		shown.addTo(bar);
		new Choice<>(Messages.AnytimeView_axis, axis, () -> List.of(AnytimeAxis.values()), AnytimeView::name, a -> {
			axis = a;
			refresh();
		}).addTo(bar);
		getViewSite().getActionBars().updateActionBars();
	}

	private static String name(AnytimeAxis axis) {
		return switch (axis) {
		case EVALUATIONS -> Messages.AnytimeView_evaluations;
		case WALL_SECONDS -> Messages.AnytimeView_wall;
		case TRAINING_SECONDS -> Messages.AnytimeView_training;
		};
	}

	private static String name(AnytimeValue value) {
		return value == AnytimeValue.SCORE ? Messages.AnytimeView_score : Messages.AnytimeView_accuracy;
	}

	@Override
	protected Optional<Figure> compute(List<ShownRun> open, IProgressMonitor monitor) {
		AnytimeValue what = value
				.orElse(open.stream().anyMatch(r -> r.facts().accuracy().isPresent()) ? AnytimeValue.ACCURACY
						: AnytimeValue.SCORE);
		Map<String, Line> drawn = new HashMap<>();
		List<Figure.Layer> layers = new ArrayList<>();
		for (ShownRun run : open) {
			List<String> order = run.searches();
			List<AnytimeCurve> curves = AnytimeCurve.of(run.trials(), run.facts()::higherIsBetter, axis, what).stream()
					.sorted(Comparator.comparingInt(c -> order.indexOf(c.search()))).toList();
			for (AnytimeCurve curve : curves) {
				String name = open.size() == 1 ? curve.search() : run.name() + ": " + curve.search(); //$NON-NLS-1$
				drawn.put(name, new Line(run, curve));
				layers.add(new Figure.Steps(name, layers.size(), curve.x(), curve.mean(), curve.low(), curve.high()));
			}
			if (monitor.isCanceled()) {
				return Optional.empty();
			}
		}
		lines = drawn;
		if (layers.isEmpty()) {
			return Optional.empty();
		}
		boolean band = drawn.values().stream().anyMatch(l -> l.curve().seeds() > 1);
		String meaning = what == AnytimeValue.ACCURACY
				? open.stream().flatMap(r -> r.facts().accuracy().stream()).findFirst().orElse("") //$NON-NLS-1$
				: ""; //$NON-NLS-1$
		String subtitle = String.join("; ", java.util.stream.Stream //$NON-NLS-1$
				.of(meaning, band ? Messages.AnytimeView_band : "").filter(s -> !s.isEmpty()).toList()); //$NON-NLS-1$
		return Optional.of(new Figure(Messages.AnytimeView_title, subtitle, name(axis),
				what == AnytimeValue.ACCURACY ? Messages.AnytimeView_accuracyOfIncumbent
						: Messages.AnytimeView_scoreOfIncumbent,
				layers));
	}

	@Override
	protected void shown(Figure figure) {
		shown.set(figure.y().equals(Messages.AnytimeView_accuracyOfIncumbent) ? AnytimeValue.ACCURACY
				: AnytimeValue.SCORE);
		getViewSite().getActionBars().getToolBarManager().update(true);
	}

	@Override
	protected String emptyText() {
		return Messages.AnytimeView_empty;
	}

	@Override
	protected String id() {
		return "anytime"; //$NON-NLS-1$
	}

	@Override
	public String describe(Figure.Layer layer, int index) {
		Figure.Steps steps = (Figure.Steps) layer;
		String place = format(steps.x()[index]);
		return steps.low()[index] == steps.high()[index]
				? NLS.bind(Messages.AnytimeView_point, new Object[] { steps.name(), place, format(steps.y()[index]) })
				: NLS.bind(Messages.AnytimeView_pointAndBand, new Object[] { steps.name(), place,
						format(steps.y()[index]), format(steps.low()[index]), format(steps.high()[index]) });
	}

	private static String format(double number) {
		return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) //$NON-NLS-1$
				: String.format(Locale.ROOT, "%.2f", number); //$NON-NLS-1$
	}

	@Override
	public void picked(Figure.Layer layer, int index) {
		Line line = lines.get(layer.name());
		if (line == null) {
			return;
		}
		double place = ((Figure.Steps) layer).x()[index];
		AnytimeAxis against = axis;
		Job find = Job.create(Messages.AnytimeView_finding, monitor -> {
			List<Trial> incumbents = Incumbents.at(line.run().trials(), line.curve().search(),
					line.run().facts().higherIsBetter(line.curve().search()), against, place);
			getSite().getShell().getDisplay()
					.asyncExec(() -> published().publish(new ArchitectureSelection(line.run().facts().space(),
							incumbents.stream().map(Trial::architecture).toList())));
			return Status.OK_STATUS;
		});
		find.setSystem(true);
		find.schedule();
	}
}
