/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.trainless.stats.compare.SearchComparison;
import org.trainless.stats.compare.SearchComparison.Contender;
import org.trainless.stats.compare.SearchComparison.Pair;
import org.trainless.ui.runs.RunFacts;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.runs.view.RunRows.RunRow;
import org.trainless.ui.runs.view.RunRows.SearchRow;

/**
 * What runs say about the question that was asked.
 *
 * @param question the experiment's; may be empty
 * @param lines    what can be said
 */
record Answer(String question, List<String> lines) {
	/** Nothing is open. */
	static final Answer NONE = new Answer("", List.of()); //$NON-NLS-1$

	Answer {
		lines = List.copyOf(lines);
	}

	/**
	 * The searches that are selected are compared with the first of them; otherwise a run answers for itself. Takes as
	 * long as a bootstrap does.
	 *
	 * @param run      the one that is looked at, if one is
	 * @param searches those that are selected, in the order of the table
	 * @return what can be said of them
	 */
	static Answer of(Optional<RunRow> run, List<SearchRow> searches) {
		if (searches.size() > 1) {
			return of(searches);
		}
		return run.map(Answer::of).orElse(NONE);
	}

	private static Answer of(List<SearchRow> searches) {
		SearchRow first = searches.get(0);
		List<SearchRow> others = searches.subList(1, searches.size());
		boolean byAccuracy = others.stream().allMatch(o -> sameAccuracy(first, o));
		boolean oneRun = searches.stream().map(s -> s.run().directory()).distinct().count() == 1;
		if (!byAccuracy && !others.stream().allMatch(o -> sameScale(first, o))) {
			return new Answer("", List.of(Messages.Answer_differentScales)); //$NON-NLS-1$
		}
		List<Pair> pairs = others.stream().map(o -> new Pair(contender(first, oneRun), contender(o, oneRun))).toList();
		List<String> lines = new ArrayList<>(verdicts(SearchComparison.of(pairs, byAccuracy)));
		if (lines.isEmpty()) {
			lines.add(Messages.Answer_noSeedInCommon);
		} else if (searches.stream().anyMatch(s -> s.run().state() != ShownRun.State.FINISHED)) {
			lines.add(Messages.Answer_notFinished);
		}
		return new Answer(oneRun ? first.run().facts().question() : "", lines); //$NON-NLS-1$
	}

	private static Answer of(RunRow row) {
		ShownRun run = row.run();
		String question = run.facts().question();
		Map<String, SearchRow> byName = row.searches().stream()
				.collect(Collectors.toMap(s -> s.summary().search(), Function.identity()));
		List<RunFacts.SearchFacts> compared = run.facts().searches().stream().filter(s -> s.comparedWith().isPresent())
				.toList();
		if (compared.isEmpty()) {
			return new Answer(question, row.searches().isEmpty() ? List.of() : List.of(Messages.Answer_selectSearches));
		}
		if (run.state() != ShownRun.State.FINISHED) {
			return new Answer(question, List
					.of(run.state() == ShownRun.State.RUNNING ? Messages.Answer_running : Messages.Answer_interrupted));
		}
		List<Pair> pairs = compared.stream()
				.filter(s -> byName.containsKey(s.name()) && byName.containsKey(s.comparedWith().get()))
				.map(s -> new Pair(contender(byName.get(s.comparedWith().get()), true),
						contender(byName.get(s.name()), true)))
				.toList();
		return new Answer(question, verdicts(SearchComparison.of(pairs, run.facts().accuracy().isPresent())));
	}

	private static List<String> verdicts(List<SearchComparison> comparisons) {
		List<String> lines = new ArrayList<>(comparisons.stream().map(c -> sentence(c.verdict())).toList());
		comparisons.stream().limit(1).forEach(c -> lines.add(sentence(c.method())));
		return lines;
	}

	private static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1) + "."; //$NON-NLS-1$
	}

	/** Names are those of the file; of several runs, each with its run's. */
	private static Contender contender(SearchRow row, boolean oneRun) {
		String name = row.summary().search();
		return new Contender(oneRun ? name : NLS.bind(Messages.Answer_ofRun, name, row.run().name()),
				row.run().facts().higherIsBetter(name), row.summary().incumbents());
	}

	private static boolean sameAccuracy(SearchRow a, SearchRow b) {
		return sameSpace(a, b) && a.run().facts().accuracy().isPresent()
				&& a.run().facts().accuracy().equals(b.run().facts().accuracy());
	}

	private static boolean sameScale(SearchRow a, SearchRow b) {
		return sameSpace(a, b) && a.scale().isPresent() && a.scale().equals(b.scale());
	}

	private static boolean sameSpace(SearchRow a, SearchRow b) {
		return a.run().facts().space().equals(b.run().facts().space());
	}

	/** @return all of it as text */
	String text() {
		List<String> all = new ArrayList<>();
		if (!question.isEmpty()) {
			all.add(question);
		}
		all.addAll(lines);
		return String.join("\n", all); //$NON-NLS-1$
	}
}
