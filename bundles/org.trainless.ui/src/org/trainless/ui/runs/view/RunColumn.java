/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.trainless.stats.summary.SearchSummary.Spread;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.runs.view.RunRows.RunRow;
import org.trainless.ui.runs.view.RunRows.SearchRow;

/**
 * A column of the list of runs.
 *
 * @param id     by which a remembered state names it
 * @param title  its name for people
 * @param weight how wide it is at first, beside the others
 * @param sample something of usual length that it says, which can be read in full
 * @param style  {@link SWT#LEFT} for words, {@link SWT#RIGHT} for numbers
 * @param run    what it says of a run
 * @param search what it says of a search
 * @param number what searches are sorted by when it is a column of numbers; NaN where there is none
 */
record RunColumn(String id, String title, int weight, String sample, int style, Function<RunRow, String> run,
		Function<SearchRow, String> search, Optional<ToDoubleFunction<SearchRow>> number) {
	/** Of names, which is always shown: it holds the tree. */
	static final String NAME = "name"; //$NON-NLS-1$

	/** From here on, decimals say nothing. */
	private static final double LARGE = 1e5;

	/** All columns, in the order in which they stand at first. */
	static final List<RunColumn> ALL = List.of(
			new RunColumn(NAME, Messages.RunsView_run, 26, "quickstart 22:50:40", SWT.LEFT, r -> r.run().name(), //$NON-NLS-1$
					s -> s.summary().search(), Optional.empty()),
			new RunColumn("state", Messages.RunsView_state, 18, "\u2714 finished", SWT.LEFT, r -> state(r.run()), //$NON-NLS-1$ //$NON-NLS-2$
					SearchRow::objective, Optional.empty()),
			new RunColumn("seeds", Messages.RunsView_seeds, 6, "10", SWT.RIGHT, //$NON-NLS-1$ //$NON-NLS-2$
					r -> r.run().facts().seeds() > 0 ? Integer.toString(r.run().facts().seeds()) : "", //$NON-NLS-1$
					s -> Integer.toString(s.summary().seeds()), Optional.of(s -> s.summary().seeds())),
			new RunColumn("evaluations", Messages.RunsView_evaluations, 14, "144 of 144", SWT.RIGHT, //$NON-NLS-1$ //$NON-NLS-2$
					RunColumn::evaluations, s -> Long.toString(s.summary().evaluations()),
					Optional.of(s -> s.summary().evaluations())),
			new RunColumn("score", Messages.RunsView_score, 16, "816.19 \u00b1 17.77", SWT.RIGHT, r -> "", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					s -> text(s.summary().score()), Optional.of(s -> mean(s.summary().score()))),
			new RunColumn("accuracy", Messages.RunsView_accuracy, 16, "93.21 \u00b1 0.41", SWT.RIGHT, //$NON-NLS-1$ //$NON-NLS-2$
					r -> r.run().facts().accuracy().orElse(""), s -> text(s.summary().accuracy()), //$NON-NLS-1$
					Optional.of(s -> mean(s.summary().accuracy()))),
			new RunColumn("non-finite", Messages.RunsView_nonFinite, 9, "0", SWT.RIGHT, //$NON-NLS-1$ //$NON-NLS-2$
					r -> Long.toString(r.searches().stream().mapToLong(s -> s.summary().nonFinite()).sum()),
					s -> Long.toString(s.summary().nonFinite()), Optional.of(s -> s.summary().nonFinite())));

	static Optional<RunColumn> find(String id) {
		return ALL.stream().filter(c -> c.id().equals(id)).findFirst();
	}

	String text(Object row) {
		return row instanceof RunRow of ? run.apply(of) : search.apply((SearchRow) row);
	}

	/**
	 * Searches by what the column says of them; runs of words by what it says of them, runs of numbers by that search
	 * of theirs which comes first. What has no number comes last in both directions.
	 *
	 * @param ascending whether small values come first
	 * @return the order of rows by this column
	 */
	Comparator<Object> order(boolean ascending) {
		if (number.isEmpty()) {
			Comparator<Object> words = (a, b) -> String.CASE_INSENSITIVE_ORDER.compare(text(a), text(b));
			return ascending ? words : words.reversed();
		}
		int sign = ascending ? 1 : -1;
		return (a, b) -> {
			double x = number(a, sign);
			double y = number(b, sign);
			if (Double.isNaN(x) || Double.isNaN(y)) {
				return Boolean.compare(Double.isNaN(x), Double.isNaN(y));
			}
			return sign * Double.compare(x, y);
		};
	}

	private double number(Object row, int sign) {
		ToDoubleFunction<SearchRow> of = number.orElseThrow();
		if (row instanceof SearchRow search) {
			return of.applyAsDouble(search);
		}
		return sign * ((RunRow) row).searches().stream().mapToDouble(of).filter(v -> !Double.isNaN(v))
				.map(v -> sign * v).min().orElse(Double.NaN);
	}

	private static String state(ShownRun run) {
		if (run.problem().isPresent()) {
			return NLS.bind(Messages.RunsView_unreadable, run.problem().get().message());
		}
		return switch (run.state()) {
		case RUNNING -> Messages.RunsView_running;
		case FINISHED -> Messages.RunsView_finished;
		case INTERRUPTED -> Messages.RunsView_interrupted;
		case MISSING ->
			PlatformUI.getWorkbench().getService(Runs.class).isOrdered(run.directory()) ? Messages.RunsView_waiting
					: Messages.RunsView_missing;
		};
	}

	private static String evaluations(RunRow row) {
		int done = row.run().trials().size();
		return row.run().facts().evaluations().isPresent()
				? NLS.bind(Messages.RunsView_doneOf, done, row.run().facts().evaluations().getAsLong())
				: Integer.toString(done);
	}

	private static double mean(Optional<Spread> spread) {
		return spread.map(Spread::mean).orElse(Double.NaN);
	}

	/** The deviation with as many decimals as the mean. */
	private static String text(Optional<Spread> spread) {
		return spread.map(s -> {
			String format = Math.abs(s.mean()) >= LARGE ? "%.0f" : "%.2f"; //$NON-NLS-1$ //$NON-NLS-2$
			String mean = String.format(Locale.ROOT, format, s.mean());
			return s.count() == 1 ? mean : mean + " ± " + String.format(Locale.ROOT, format, s.deviation()); //$NON-NLS-1$
		}).orElse(""); //$NON-NLS-1$
	}
}
