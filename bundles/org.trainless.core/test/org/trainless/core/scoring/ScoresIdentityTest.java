/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.Score;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;
import org.trainless.core.registry.Contributions;
import org.trainless.core.testing.Installation;
import org.trainless.engine.PassRunners;
import org.trainless.engine.fast.SignsRunner;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.EngineInfo;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.EngineUnavailableException;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.store.KnownScores;
import org.trainless.store.ScoreIdentity;
import org.trainless.store.StoreMaintenance;

/** Which scores runs share: those of situations that differ in nothing that a score depends on. */
class ScoresIdentityTest {
	private static final EngineInfo OURS = new EngineInfo("PyTorch", TorchEngine.LIBTORCH, "cpu", 1, "", "");
	private static final TorchEngine NOT_STARTED = new TorchEngine(EngineLocation.CLASS_PATH);
	private static final Pass PASS = new Pass(Pass.Skeleton.TINY_NETWORK, Pass.Initialisation.XAVIER_NORMAL,
			Pass.Weights.AS_DRAWN, Pass.Normalisation.BATCH, Pass.Input.MINIBATCH, Pass.Precision.SINGLE,
			Pass.Loss.NONE);
	private static final Situation BASE = situation();

	@TempDir
	private Path folder;
	private Installation installation;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
	}

	private record Asking(Equivalence equivalence, Optional<Pass> pass) implements Proxy {
		@Override
		public Set<Observable> observables() {
			return Set.of(Observable.SIGNS);
		}

		@Override
		public Observer observe(Subject subject) {
			throw new AssertionError("nothing is computed here");
		}
	}

	private record Images(Task task, String fingerprint) implements Dataset {
		@Override
		public long size() {
			return 1000;
		}

		@Override
		public List<Problem> warnings() {
			return List.of();
		}

		@Override
		public Minibatch minibatch(int size, RandomGenerator random) {
			throw new AssertionError("nothing is computed here");
		}
	}

	/** All that a run knows when it asks for scores. */
	private record Situation(Map<String, Object> facts) {
		Situation with(String fact, Object value) {
			Map<String, Object> changed = new HashMap<>(facts);
			changed.put(fact, value);
			return new Situation(changed);
		}

		<T> T get(String fact, Class<T> type) {
			return type.cast(facts.get(fact));
		}
	}

	private static Situation situation() {
		Map<String, Object> facts = new HashMap<>();
		facts.put("space", "nats-tss");
		facts.put("images", new Images(Task.CIFAR10, "images-1"));
		facts.put("batch", 128);
		facts.put("seed", 7L);
		facts.put("id", "naswot");
		facts.put("bundle", "org.trainless.proxies");
		facts.put("origin", "org.trainless.proxies 0.1.0");
		facts.put("version", Map.of("version", "1"));
		facts.put("parameters", Parameters.of(Map.of("relus", "all", "many", 1L)));
		facts.put("proxy", new Asking(Equivalence.VALUE_GRAPH_WITH_HOOKS, Optional.of(PASS)));
		facts.put("engine", new StoredScores.Computer(true, () -> true, () -> OURS));
		facts.put("runners", PassRunners.reference(NOT_STARTED));
		return new Situation(facts);
	}

	/** What is installed there; a space by any name is the one of the tests. */
	private Contributions contributions(String origin) {
		return (Contributions) java.lang.reflect.Proxy.newProxyInstance(Contributions.class.getClassLoader(),
				new Class<?>[] { Contributions.class }, (self, method, arguments) -> switch (method.getName()) {
				case "searchSpace" -> installation.space();
				case "origin" -> origin;
				default -> throw new AssertionError(method);
				});
	}

	private StoredScores open(Situation in) {
		return StoredScores.open(Optional.of(folder.resolve("scores.sqlite")),
				contributions(in.get("origin", String.class)), in.get("engine", StoredScores.Computer.class),
				in.get("runners", PassRunners.class), problem -> {
					throw new AssertionError(problem.toLine());
				});
	}

	@SuppressWarnings("unchecked")
	private static Optional<KnownScores> scores(StoredScores stored, Situation in) {
		String id = in.get("id", String.class);
		Contribution contribution = new Contribution(ContributionKind.PROXY, id, "", "", "", false, Optional.empty(),
				Set.of(), List.of(), Set.of(), in.get("version", Map.class), in.get("bundle", String.class));
		Selection selection = new Selection(ContributionKind.PROXY, id, in.get("parameters", Parameters.class));
		return stored.of(in.get("space", String.class), in.get("images", Dataset.class), in.get("batch", Integer.class),
				in.get("seed", Long.class), new ScoringProxy(selection, contribution, in.get("proxy", Proxy.class)));
	}

	private Optional<Score> find(Situation in) {
		try (StoredScores stored = open(in)) {
			return scores(stored, in).flatMap(s -> s.find("cell"));
		}
	}

	private void keep(Situation in, double value) {
		try (StoredScores stored = open(in)) {
			scores(stored, in).orElseThrow().keep("cell", Score.of(value), 0);
		}
	}

	/** Two situations that differ in one part of the identity. */
	private record Pair(String part, Situation one, Situation other) {
	}

	private static void engine(List<Pair> pairs, String part, EngineInfo info) {
		pairs.add(new Pair(part, BASE, BASE.with("engine", new StoredScores.Computer(true, () -> true, () -> info))));
	}

	private static void task(List<Pair> pairs, int channels, int height, int width, int classes) {
		Images images = new Images(new Task(new ImageShape(channels, height, width), classes), "images-1");
		pairs.add(new Pair("task", BASE, BASE.with("images", images)));
	}

	private static void pair(List<Pair> pairs, String part, String fact, Object value) {
		pairs.add(new Pair(part, BASE, BASE.with(fact, value)));
	}

	private static List<Pair> pairs() {
		List<Pair> pairs = new ArrayList<>();
		pair(pairs, "space", "space", "another-space");
		for (Equivalence equivalence : Set.of(Equivalence.IDENTITY, Equivalence.LIVE_VALUE_GRAPH)) {
			pair(pairs, "equivalence", "proxy", new Asking(equivalence, Optional.of(PASS)));
		}
		pair(pairs, "proxy", "id", "another-proxy");
		pair(pairs, "provider", "bundle", "com.example.proxies");
		pair(pairs, "version", "version", Map.of("version", "2"));
		// a proxy whose author gives it no version, and its bundle
		Situation unversioned = BASE.with("version", Map.of());
		pairs.add(new Pair("version", BASE, unversioned));
		pairs.add(new Pair("version", unversioned, unversioned.with("origin", "org.trainless.proxies 0.1.1")));
		pair(pairs, "parameters", "parameters", Parameters.of(Map.of("relus", "all", "many", 2L)));
		pair(pairs, "parameters", "parameters", Parameters.of(Map.of("relus", "live", "many", 1L)));
		pair(pairs, "parameters", "parameters", Parameters.of(Map.of("relus", "all")));
		task(pairs, 1, 32, 32, 10);
		task(pairs, 3, 16, 32, 10);
		task(pairs, 3, 32, 16, 10);
		task(pairs, 3, 32, 32, 100);
		pair(pairs, "dataset", "images", new Images(Task.CIFAR10, "images-2"));
		pair(pairs, "batch", "batch", 64);
		pair(pairs, "seed", "seed", 8L);
		engine(pairs, "engine", new EngineInfo("Another", OURS.version(), OURS.device(), 1, "", ""));
		engine(pairs, "engine", new EngineInfo(OURS.name(), "2.8.0", OURS.device(), 1, "", ""));
		PassRunners runners = BASE.get("runners", PassRunners.class);
		pair(pairs, "engine", "runners", new PassRunners(runners.version() + "x", runners.inOrder()));
		engine(pairs, "device", new EngineInfo(OURS.name(), OURS.version(), "gpu(0)", 1, "", ""));
		pair(pairs, "precision", "proxy",
				new Asking(Equivalence.VALUE_GRAPH_WITH_HOOKS,
						Optional.of(new Pass(PASS.skeleton(), PASS.initialisation(), PASS.weights(),
								PASS.normalisation(), PASS.input(), Pass.Precision.DOUBLE, PASS.loss()))));
		return pairs;
	}

	@Test
	void situationsThatDifferInOnePartNeverShareScores() throws Exception {
		List<Pair> pairs = pairs();
		assertEquals(
				Arrays.stream(ScoreIdentity.class.getRecordComponents()).map(c -> c.getName())
						.collect(Collectors.toSet()),
				pairs.stream().map(Pair::part).collect(Collectors.toSet()), "each part is tried");
		Map<Situation, Double> kept = new HashMap<>();
		for (Pair pair : pairs) {
			for (Situation situation : List.of(pair.one(), pair.other())) {
				if (!kept.containsKey(situation)) {
					assertEquals(Optional.empty(), find(situation), "of another " + pair.part());
					kept.put(situation, (double) kept.size());
					keep(situation, kept.get(situation));
				}
			}
		}
		for (Pair pair : pairs) {
			assertEquals(Optional.of(Score.of(kept.get(pair.one()))), find(pair.one()));
			assertEquals(Optional.of(Score.of(kept.get(pair.other()))), find(pair.other()));
			assertEquals(Set.of(pair.part()), differing(kept.get(pair.one()), kept.get(pair.other())));
		}
	}

	/** Names of the parts in which the identities of two scores in the store differ. */
	private Set<String> differing(double one, double other) throws ProblemException {
		List<List<String>> rows = new ArrayList<>();
		try (StoreMaintenance store = StoreMaintenance.open(folder.resolve("scores.sqlite"))) {
			store.export(rows::add);
		}
		List<String> header = rows.get(0);
		Map<String, List<String>> byScore = rows.stream()
				.collect(Collectors.toMap(r -> r.get(header.indexOf("score")), r -> r));
		Set<String> parts = new LinkedHashSet<>();
		for (int i = 0; i < header.indexOf("architecture"); i++) {
			if (!byScore.get("" + one).get(i).equals(byScore.get("" + other).get(i))) {
				parts.add(header.get(i));
			}
		}
		return parts;
	}

	/** The bundle's version does not count where the author gives a version, nor the order of parameters. */
	@Test
	void whatAScoreDoesNotDependOnDoesNotKeepItFromBeingFound() {
		Map<String, Object> inOrder = new LinkedHashMap<>();
		inOrder.put("relus", "all");
		inOrder.put("many", 1L);
		SequencedMap<String, Object> reversed = new LinkedHashMap<>(inOrder).reversed();
		keep(BASE.with("parameters", Parameters.of(inOrder)), 1);
		for (Situation same : List.of(BASE.with("origin", "org.trainless.proxies 0.1.1"),
				BASE.with("parameters", Parameters.of(reversed)),
				BASE.with("engine", new StoredScores.Computer(false, () -> true,
						() -> new EngineInfo("PyTorch", TorchEngine.LIBTORCH, "cpu", 4, "elsewhere", "more"))))) {
			assertEquals(Optional.of(Score.of(1)), find(same));
		}
	}

	private static StoredScores.Computer neverStarted(boolean ours) {
		return new StoredScores.Computer(ours, () -> false, () -> {
			throw new AssertionError("is started for nothing");
		});
	}

	@Test
	void theEngineThatComesWithThisProgramIsKnownBeforeItIsStarted() {
		keep(BASE.with("engine", neverStarted(true)), 1);
		assertEquals(Optional.of(Score.of(1)), find(BASE));
	}

	@Test
	void anEngineThatTheUserHasChosenIsStartedToBeKnown() {
		keep(BASE, 1);
		EngineInfo chosen = new EngineInfo("PyTorch", TorchEngine.LIBTORCH, "gpu(0)", 1, "", "");
		assertEquals(Optional.empty(),
				find(BASE.with("engine", new StoredScores.Computer(false, () -> false, () -> chosen))));
		Situation without = BASE.with("engine", new StoredScores.Computer(false, () -> false, () -> {
			throw new EngineUnavailableException("no such libraries", null);
		}));
		try (StoredScores stored = open(without)) {
			assertTrue(scores(stored, without).isEmpty(), "it cannot be said what they depend on");
		}
	}

	/** Those of vectors in Java, so that they are found whatever engine is there, or none. */
	@Test
	void scoresOfPassesWithoutTheEngineDependOnNoEngine() {
		Situation vectors = BASE.with("runners",
				new PassRunners("by vectors", List.of(new SignsRunner(), new ReferenceRunner(NOT_STARTED))));
		keep(vectors.with("engine", neverStarted(true)), 1);
		assertEquals(Optional.of(Score.of(1)), find(vectors.with("engine", neverStarted(false))));
		EngineInfo other = new EngineInfo("Another", "3", "gpu(0)", 1, "", "");
		assertEquals(Optional.of(Score.of(1)),
				find(vectors.with("engine", new StoredScores.Computer(false, () -> true, () -> other))));
		Situation nothing = BASE.with("proxy", new Asking(Equivalence.IDENTITY, Optional.empty()));
		keep(nothing.with("engine", neverStarted(false)), 2);
		assertEquals(Optional.of(Score.of(2)), find(nothing));
	}
}
