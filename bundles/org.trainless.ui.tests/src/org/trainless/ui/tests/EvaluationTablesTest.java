/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;
import org.trainless.spaces.NatsTopologySpace;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.evaluations.model.Column;
import org.trainless.ui.evaluations.model.Columns;
import org.trainless.ui.evaluations.model.EvaluationRow;
import org.trainless.ui.evaluations.model.EvaluationTable;
import org.trainless.ui.evaluations.model.EvaluationTables;
import org.trainless.ui.evaluations.model.Query;
import org.trainless.ui.evaluations.model.RowFilter;
import org.trainless.ui.runs.RunFacts;
import org.trainless.ui.runs.ShownRun;

/** Rows are filtered, sorted and added to, and come out as if done at once. */
class EvaluationTablesTest {
	private static final NatsTopologySpace SPACE = new NatsTopologySpace();

	private final Columns columns = new Columns(Map.of("nats-tss", SPACE));
	private final List<Trial> trials = trials(2_000);

	private static List<Trial> trials(int count) {
		Random random = new Random(7);
		List<Trial> trials = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int index = random.nextInt((int) SPACE.size());
			// few distinct scores, so that there are ties; some are not finite
			Score score = random.nextInt(20) == 0
					? Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.DISCONNECTED, "")
					: Score.of(random.nextInt(300));
			trials.add(new Trial(i % 3 == 0 ? "evolution" : "random", i % 2, i, "objective", index,
					SPACE.at(index).text(), score, 0.25, i % 5 == 0, i, i,
					i % 7 == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 100)));
		}
		return trials;
	}

	private static ShownRun run(String name, List<Trial> trials) {
		RunFacts facts = new RunFacts("e", "", "nats-tss", Optional.empty(), 1, List.of(), Optional.empty());
		return new ShownRun(Path.of("/runs").resolve(name), 0, ShownRun.State.RUNNING, facts, trials, true,
				Optional.empty());
	}

	private static List<EvaluationRow> rows(EvaluationTable table) {
		return IntStream.range(0, table.size()).mapToObj(table::row).toList();
	}

	private List<Trial> shown(Query query) {
		return rows(new EvaluationTables(columns).table(List.of(run("a", trials)), query, () -> false).orElseThrow())
				.stream().map(EvaluationRow::trial).toList();
	}

	private RowFilter filter(String text) throws ProblemException {
		return RowFilter.read(text, columns.all());
	}

	@Test
	void conditionsNameWhatTheTableShows() throws ProblemException {
		List<Trial> some = shown(Query.ALL.with(filter("skip_connect <= 1 and score > 100 and not cached")));
		List<Trial> expected = trials.stream().filter(t -> t.score().isFinite() && t.score().value() > 100)
				.filter(t -> !t.cached()).filter(t -> t.architecture().split("skip_connect", -1).length <= 2).toList();
		assertEquals(expected, some);
		assertTrue(some.size() > 100);
		assertEquals(trials.stream().filter(t -> !t.score().isFinite()).toList(),
				shown(Query.ALL.with(filter("not finite"))));
		// a number that is not there compares as false
		assertEquals(trials.stream().filter(t -> t.accuracy().isPresent()).toList(),
				shown(Query.ALL.with(filter("accuracy >= 0"))));
	}

	@Test
	void otherWordsArePartOfATextAndBrokenConditionsAreRefused() throws ProblemException {
		assertEquals(trials.stream().filter(t -> t.architecture().startsWith("|none~0|+")).toList(),
				shown(Query.ALL.with(filter(" |NONE~0|+ "))));
		assertEquals(trials.stream().filter(t -> t.search().equals("evolution")).toList(),
				shown(Query.ALL.with(filter("volut"))));
		assertEquals(trials, shown(Query.ALL.with(filter("  "))));
		ProblemException broken = assertThrows(ProblemException.class, () -> filter("skip_conect <= 1"));
		assertTrue(broken.problems().get(0).remedy().contains("skip_connect"), broken.getMessage());
		assertThrows(ProblemException.class, () -> filter("score >"));
	}

	@Test
	void whatHasNoNumberComesLastInBothDirections() {
		for (boolean ascending : new boolean[] { true, false }) {
			List<Trial> sorted = shown(Query.ALL.sortedBy(List.of(new SortKey("score", ascending))));
			assertEquals(trials.size(), sorted.size());
			for (int i = 1; i < sorted.size(); i++) {
				Trial a = sorted.get(i - 1);
				Trial b = sorted.get(i);
				if (a.score().isFinite() && b.score().isFinite()) {
					int order = Double.compare(a.score().value(), b.score().value()) * (ascending ? 1 : -1);
					assertTrue(order <= 0, i + " " + ascending);
					// equal ones stay as they came
					assertTrue(order < 0 || a.number() < b.number());
				} else {
					assertEquals(false, b.score().isFinite());
				}
			}
		}
	}

	@Test
	void severalColumnsSortOneWithinTheOther() {
		List<Trial> sorted = shown(
				Query.ALL.sortedBy(List.of(new SortKey("search", false), new SortKey("trial", false))));
		assertEquals("random", sorted.get(0).search());
		assertEquals(
				trials.stream().filter(t -> t.search().equals("random")).mapToLong(Trial::number).max().orElseThrow(),
				sorted.get(0).number());
		assertEquals(0, sorted.get(sorted.size() - 1).number());
	}

	@Test
	void growingComesToTheSameAsAtOnce() throws ProblemException {
		for (Query query : List.of(Query.ALL, Query.ALL.sortedBy(List.of(new SortKey("score", false))),
				Query.ALL.with(filter("depth == 3")).sortedBy(List.of(new SortKey("architecture", true))))) {
			EvaluationTables growing = new EvaluationTables(columns);
			int generation = -1;
			EvaluationTable last = EvaluationTable.EMPTY;
			for (int size = 0; size <= trials.size(); size += 250) {
				last = growing.table(List.of(run("a", trials.subList(0, size))), query, () -> false).orElseThrow();
				assertTrue(generation == -1 || generation == last.generation());
				generation = last.generation();
			}
			assertEquals(shown(query), rows(last).stream().map(EvaluationRow::trial).toList());
			assertEquals(trials.size(), last.all());
		}
	}

	@Test
	void aRunThatIsClosedTakesItsRowsAway() {
		EvaluationTables tables = new EvaluationTables(columns);
		ShownRun a = run("a", trials.subList(0, 100));
		ShownRun b = run("b", trials.subList(100, 300));
		EvaluationTable both = tables.table(List.of(a, b), Query.ALL, () -> false).orElseThrow();
		assertEquals(300, both.size());
		EvaluationTable one = tables.table(List.of(b), Query.ALL, () -> false).orElseThrow();
		assertEquals(200, one.size());
		assertEquals("b", one.row(0).run());
		assertNotEquals(both.generation(), one.generation());
		// tables that were handed out stay as they are
		assertEquals("a", both.row(0).run());
	}

	@Test
	void whatIsCancelledGoesOnWhereItWas() {
		EvaluationTables tables = new EvaluationTables(columns);
		List<ShownRun> runs = List.of(run("a", trials));
		Query sorted = Query.ALL.sortedBy(List.of(new SortKey("index", true)));
		assertEquals(Optional.empty(), tables.table(runs, sorted, () -> true));
		int[] asked = { 0 };
		assertEquals(Optional.empty(), tables.table(runs, sorted, () -> asked[0]++ > 0));
		EvaluationTable whole = tables.table(runs, sorted, () -> false).orElseThrow();
		assertEquals(shown(sorted), rows(whole).stream().map(EvaluationRow::trial).toList());
	}

	@Test
	void rowsAreFoundAgainByNumberAndByArchitecture() {
		EvaluationTables tables = new EvaluationTables(columns);
		List<ShownRun> runs = List.of(run("a", trials));
		EvaluationTable before = tables.table(runs, Query.ALL, () -> false).orElseThrow();
		EvaluationTable after = tables
				.table(runs, Query.ALL.sortedBy(List.of(new SortKey("index", false))), () -> false).orElseThrow();
		BitSet numbers = new BitSet();
		numbers.set(before.number(17));
		int[] positions = after.positions(numbers);
		assertEquals(1, positions.length);
		assertEquals(before.row(17), after.row(positions[0]));
		String architecture = trials.get(17).architecture();
		assertEquals(architecture, after.row(after.firstOf(Set.of(architecture))).trial().architecture());
		assertEquals(-1, after.firstOf(Set.of("no such")));
		List<Trial> only = shown(Query.ALL.onlyOf(Set.of(architecture)));
		assertTrue(only.contains(trials.get(17)));
		assertTrue(only.stream().allMatch(t -> t.architecture().equals(architecture)));
	}

	@Test
	void featuresAreOfNetworksForTheImagesOfTheRun() {
		Column params = columns.find("params").orElseThrow();
		List<String> titles = new ArrayList<>();
		List<Double> values = new ArrayList<>();
		for (int classes : new int[] { 10, 100 }) {
			RunFacts facts = new RunFacts("e", "", "nats-tss", Optional.empty(), 1, List.of(),
					Optional.of(new Task(new ImageShape(3, 32, 32), classes)));
			ShownRun run = new ShownRun(Path.of("/runs/r" + classes), 0, ShownRun.State.FINISHED, facts,
					List.of(trials.get(5)), true, Optional.empty());
			EvaluationTable table = new EvaluationTables(columns).table(List.of(run), Query.ALL, () -> false)
					.orElseThrow();
			titles.add(params.title(table.tasks()));
			values.add(params.number().applyAsDouble(table.row(0)));
		}
		assertEquals(List.of("params (10 classes)", "params (100 classes)"), titles);
		// a classifier of 90 outputs more on 64 channels
		assertEquals(90 * 65, values.get(1) - values.get(0));
		assertEquals("params (classes of the run)", params.title(Set.of(Task.CIFAR10, Task.IMAGENET16_120)));
		assertEquals("skip_connect", columns.find("skip_connect").orElseThrow().title(Set.of(Task.CIFAR10)));
	}
}
