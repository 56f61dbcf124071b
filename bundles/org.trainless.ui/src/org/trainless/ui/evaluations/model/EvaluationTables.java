/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trainless.api.run.Trial;
import org.trainless.api.space.Task;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.runs.ShownRun;

/**
 * Makes tables, one after the other. What has only grown since the table before is not sorted and filtered anew: the
 * new rows are put into their places. To be used by one thread at a time.
 */
public final class EvaluationTables {
	private static final int ASK_EVERY = 1 << 12;
	private static final int FIRST_CAPACITY = 1024;

	private final Columns columns;
	private final List<Source> sources = new ArrayList<>();
	private EvaluationRow[] rows = new EvaluationRow[FIRST_CAPACITY];
	private int size;
	private int generation;
	private int[] order = {};
	private int ordered;
	private Query query = Query.ALL;
	private Set<Task> tasks = Set.of();

	/** A run and how much of it has become rows. */
	private static final class Source {
		private final Path directory;
		private List<Trial> trials;
		private int taken;

		Source(ShownRun run) {
			directory = run.directory();
			trials = run.trials();
		}

		boolean continues(ShownRun run) {
			return directory.equals(run.directory()) && run.trials().size() >= taken
					&& (taken == 0 || run.trials().get(taken - 1).equals(trials.get(taken - 1)));
		}
	}

	/**
	 * @param columns what there is to know of a row
	 */
	public EvaluationTables(Columns columns) {
		this.columns = columns;
	}

	/**
	 * @param runs      the open runs
	 * @param wanted    which rows, in which order
	 * @param cancelled asked now and then
	 * @return the table; empty when it was cancelled
	 */
	public Optional<EvaluationTable> table(List<ShownRun> runs, Query wanted, BooleanSupplier cancelled) {
		if (!continues(runs)) {
			sources.clear();
			tasks = Set.of();
			rows = new EvaluationRow[FIRST_CAPACITY];
			size = 0;
			generation++;
			order = new int[0];
			ordered = 0;
		}
		if (!append(runs, cancelled)) {
			return Optional.empty();
		}
		boolean anew = !wanted.equals(query);
		int from = anew ? 0 : ordered;
		if (anew || from < size) {
			Optional<int[]> added = passing(from, wanted, cancelled);
			if (added.isEmpty()) {
				return Optional.empty();
			}
			RowOrder sort = new RowOrder(order(wanted), cancelled);
			if (!wanted.sort().isEmpty() && !sort.sort(added.get())) {
				return Optional.empty();
			}
			order = anew || order.length == 0 ? added.get() : join(order, added.get(), wanted, sort);
			query = wanted;
			ordered = size;
		}
		return Optional.of(new EvaluationTable(rows, size, order, query, generation, tasks));
	}

	private static int[] join(int[] before, int[] added, Query wanted, RowOrder sort) {
		if (!wanted.sort().isEmpty()) {
			return sort.merge(before, added);
		}
		int[] joined = Arrays.copyOf(before, before.length + added.length);
		System.arraycopy(added, 0, joined, before.length, added.length);
		return joined;
	}

	private boolean continues(List<ShownRun> runs) {
		if (runs.size() < sources.size()) {
			return false;
		}
		for (int i = 0; i < sources.size(); i++) {
			if (!sources.get(i).continues(runs.get(i))) {
				return false;
			}
		}
		return true;
	}

	private boolean append(List<ShownRun> runs, BooleanSupplier cancelled) {
		for (int i = 0; i < runs.size(); i++) {
			ShownRun run = runs.get(i);
			if (i == sources.size()) {
				sources.add(new Source(run));
			}
			Source source = sources.get(i);
			source.trials = run.trials();
			if (!run.trials().isEmpty() && !tasks.contains(run.facts().taskOrUsual())) {
				tasks = Stream.concat(tasks.stream(), Stream.of(run.facts().taskOrUsual()))
						.collect(Collectors.toUnmodifiableSet());
			}
			Columns.FeatureValues values = columns.featuresOf(run.facts().space(), run.facts().taskOrUsual());
			while (source.taken < run.trials().size()) {
				if (size % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
					return false;
				}
				Trial trial = run.trials().get(source.taken++);
				if (size == rows.length) {
					rows = Arrays.copyOf(rows, rows.length * 2);
				}
				rows[size++] = new EvaluationRow(run.name(), run.facts().taskOrUsual(), trial, values.of(trial));
			}
		}
		return true;
	}

	private Optional<int[]> passing(int from, Query wanted, BooleanSupplier cancelled) {
		Predicate<EvaluationRow> passes = wanted.filter().predicate(columns.all());
		int[] passing = new int[size - from];
		int count = 0;
		for (int i = from; i < size; i++) {
			if (i % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
				return Optional.empty();
			}
			if ((wanted.only().isEmpty() || wanted.only().contains(rows[i].trial().architecture()))
					&& passes.test(rows[i])) {
				passing[count++] = i;
			}
		}
		return Optional.of(Arrays.copyOf(passing, count));
	}

	private IntBinaryOperator order(Query wanted) {
		Comparator<EvaluationRow> by = (a, b) -> 0;
		for (SortKey key : wanted.sort()) {
			Optional<Column> column = columns.find(key.column());
			if (column.isPresent()) {
				by = by.thenComparing(column.get().order(key.ascending()));
			}
		}
		Comparator<EvaluationRow> order = by;
		EvaluationRow[] all = rows;
		return (a, b) -> order.compare(all[a], all[b]);
	}
}
