/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.search.constraint.Constraint;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.ForwardingSpace;
import org.trainless.search.testing.GridSpace;
import org.trainless.testdata.TestData;

class FeasibleDomainTest {
	private static final SearchSpace NATS = Domains.NATS;

	private static Domain domain(SearchSpace space, String constraint) throws ProblemException {
		return FeasibleDomain.of(space, Task.CIFAR10, Constraint.parse(constraint, space.features()), Progress.NONE,
				Cancellation.NONE);
	}

	/**
	 * 5^6 cells; n skips on 6 edges: C(6, n) 4^(6 - n). The counts of the others are those of the benchmark's own list.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			skip_connect <= 1                     | 10240
			skip_connect == 0                     | 4096
			skip_connect == 6                     | 1
			skip_connect >= 0                     | 15625
			not skip_connect >= 2                 | 10240
			none == 0 and avg_pool_3x3 == 0       | 729
			nor_conv_1x1 + nor_conv_3x3 == 6      | 64
			""")
	void countsCells(String constraint, long expected) throws ProblemException {
		assertEquals(expected, domain(NATS, constraint).size());
	}

	/** The same counts from the published table of the space. */
	@Test
	void agreesWithThePublishedTable() throws ProblemException, IOException {
		List<String> lines = Files.readAllLines(TestData.path("nats-tss/nats-tss.csv"));
		List<String> head = List.of(lines.get(0).split(","));
		List<String> expected = lines.stream().skip(1).map(line -> line.split(",")).filter(cell -> {
			ToDoubleFunction<String> column = name -> Double.parseDouble(cell[head.indexOf(name)]);
			return column.applyAsDouble("connected") == 1 && column.applyAsDouble("n_skip") <= 1
					&& column.applyAsDouble("dead_ops") == 0 && column.applyAsDouble("params_c10") < 5e5
					&& column.applyAsDouble("mflops_c10") / 20 + column.applyAsDouble("n_none") > 3;
		}).map(cell -> cell[head.indexOf("arch")]).toList();
		Domain domain = domain(NATS,
				"connected and skip_connect <= 1 and dead == 0 and params < 5e5 and mflops / 20 + none > 3");
		assertTrue(expected.size() > 100, () -> "only " + expected.size());
		assertEquals(expected, Domains.all(domain).stream().map(Architecture::text).toList());
	}

	@Test
	void holdsWhatTheConstraintLeavesInTheOrderOfIndices() throws ProblemException {
		GridSpace space = GridSpace.SMALL;
		Domain domain = domain(space, "even and sum > 1");
		List<Architecture> expected = LongStream.range(0, space.size()).mapToObj(space::at)
				.filter(a -> space.feature(a, "sum", Task.CIFAR10) > 1 && space.feature(a, "even", Task.CIFAR10) == 1)
				.toList();
		assertEquals(expected, LongStream.range(0, domain.size()).mapToObj(domain::at).toList());
		for (long i = 0; i < space.size(); i++) {
			assertEquals(expected.contains(space.at(i)), domain.contains(space.at(i)), space.at(i).text());
		}
		assertThrows(IndexOutOfBoundsException.class, () -> domain.at(domain.size()));
	}

	@Test
	void anUnsatisfiableConstraintIsAProblemThatSaysWhatThereIs() {
		Problem problem = assertThrows(ProblemException.class, () -> domain(NATS, "skip_connect > 6 and params < 1e9"))
				.problems().get(0);
		assertEquals("unsatisfiable-constraint", problem.code());
		assertTrue(problem.message().contains("15,625") && problem.message().contains("skip_connect > 6"),
				problem::toLine);
		assertTrue(problem.remedy().contains("skip_connect is 0 to 6"), problem::toLine);
		assertEquals(0, problem.position().orElseThrow().offset());
	}

	@Test
	void aSpaceThatCannotBeEnumeratedIsRefused() {
		GridSpace large = GridSpace.of(100, 100, 1001);
		Problem problem = assertThrows(ProblemException.class, () -> domain(large, "sum < 3")).problems().get(0);
		assertEquals("space-too-large", problem.code());
		assertTrue(problem.message().contains("10,010,000"), problem::toLine);
		assertEquals(10_010_000, new WholeDomain(large).size());
	}

	@Test
	void endsWhenCancelled() throws ProblemException {
		AtomicInteger looks = new AtomicInteger();
		Constraint constraint = Constraint.parse("sum < 3", GridSpace.of(100, 100, 100).features());
		assertThrows(CancellationException.class, () -> FeasibleDomain.of(GridSpace.of(100, 100, 100), Task.CIFAR10,
				constraint, Progress.NONE, () -> looks.incrementAndGet() > 3));
		assertEquals(4, looks.get());
	}

	@Test
	void tellsItsProgress() throws ProblemException {
		List<Long> done = new ArrayList<>();
		FeasibleDomain.of(NATS, Task.CIFAR10, Constraint.parse("connected", NATS.features()), (now, total, what) -> {
			assertEquals(15_625, total);
			done.add(now);
		}, Cancellation.NONE);
		assertEquals(done.stream().sorted().distinct().toList(), done);
		assertEquals(15_625, done.get(done.size() - 1));
	}

	@Test
	void aSpaceThatIsNotAllCombinationsIsRefused() {
		SearchSpace wrong = new WrongSize();
		assertThrows(IllegalArgumentException.class, () -> new WholeDomain(wrong));
	}

	@Test
	void anIsolatedArchitectureHasNoNeighbours() throws ProblemException {
		Domain domain = domain(NATS, "skip_connect == 6");
		assertEquals(List.of(), domain.neighbours(domain.at(0)));
		assertFalse(domain.neighbours(NATS.decode(new int[] { 0, 1, 1, 1, 1, 1 })).isEmpty());
	}

	/** A space that hides one of its architectures. */
	private static final class WrongSize extends ForwardingSpace {
		WrongSize() {
			super(GridSpace.SMALL);
		}

		@Override
		public long size() {
			return super.size() - 1;
		}
	}
}
