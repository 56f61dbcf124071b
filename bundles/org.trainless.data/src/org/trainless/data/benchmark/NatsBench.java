/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.data.file.FileProblems;

/**
 * NATS-Bench's topology space, read file by file as architectures are asked for.
 */
final class NatsBench implements Benchmark {
	private final NatsFiles files;
	private final RecordCache cache;
	private final SearchSpace space;
	private final Meaning meaning;
	private final Trials trials;

	NatsBench(NatsFiles files, RecordCache cache, SearchSpace space, Meaning meaning, Trials trials) {
		this.files = files;
		this.cache = cache;
		this.space = space;
		this.meaning = meaning;
		this.trials = trials;
	}

	@Override
	public Meaning meaning() {
		return meaning;
	}

	@Override
	public OptionalDouble accuracy(Architecture architecture) throws ProblemException {
		Optional<ArchitectureRecord> found = find(architecture);
		return found.isEmpty() ? OptionalDouble.empty()
				: mean(runs(found.get()), run -> run.accuracies().getOrDefault(meaning.set(), Double.NaN));
	}

	@Override
	public boolean holds(Architecture architecture) throws ProblemException {
		try {
			return files.holds(Math.toIntExact(space.indexOf(architecture)));
		} catch (IOException e) {
			throw FileProblems.unreadable(files.location(), e);
		}
	}

	/** As NATS-Bench's {@code simulate_train_eval}: all epochs of training and one pass over the set. */
	@Override
	public OptionalDouble trainingSeconds(Architecture architecture) throws ProblemException {
		Optional<ArchitectureRecord> found = find(architecture);
		return found.isEmpty() ? OptionalDouble.empty()
				: mean(runs(found.get()),
						run -> run.trainSeconds() + run.passSeconds().getOrDefault(meaning.set(), Double.NaN));
	}

	@Override
	public Map<String, Double> all(Architecture architecture) throws ProblemException {
		Map<String, Double> all = new LinkedHashMap<>();
		Optional<ArchitectureRecord> found = find(architecture);
		if (found.isEmpty()) {
			return all;
		}
		accuracy(architecture)
				.ifPresent(value -> all.put("accuracy (%): " + meaning.dataset() + ", " + meaning.text(), value));
		trainingSeconds(architecture).ifPresent(
				value -> all.put("training and one pass (s): " + meaning.dataset() + ", " + meaning.text(), value));
		Map<String, List<TrainedRun>> groups = new LinkedHashMap<>();
		for (TrainedRun run : found.get().runs()) {
			groups.computeIfAbsent(run.dataset() + ", " + run.epochs() + " epochs", key -> new ArrayList<>()).add(run);
		}
		groups.forEach((group, runs) -> {
			for (String set : runs.get(0).accuracies().keySet()) {
				for (TrainedRun run : runs) {
					all.put(group + ", " + set + " accuracy (%), trial " + run.seed(), run.accuracies().get(set));
				}
				if (runs.size() > 1) {
					mean(runs, run -> run.accuracies().getOrDefault(set, Double.NaN))
							.ifPresent(value -> all.put(group + ", " + set + " accuracy (%), mean of trials", value));
				}
			}
			mean(runs, TrainedRun::trainSeconds).ifPresent(value -> all.put(group + ", training time (s)", value));
			mean(runs, run -> run.latencySeconds() * 1000).ifPresent(value -> all.put(group + ", latency (ms)", value));
			all.put(group + ", parameters (millions)", runs.get(0).millionParams());
			all.put(group + ", multiply-accumulates (millions)", runs.get(0).millionMacs());
		});
		all.values().removeIf(value -> value == null || Double.isNaN(value));
		return all;
	}

	private List<TrainedRun> runs(ArchitectureRecord found) {
		return found.runs().stream().filter(run -> run.dataset().equals(meaning.dataset()))
				.filter(run -> run.epochs() == meaning.epochs()).filter(trials::includes).toList();
	}

	/** The mean of what is known; the number of trials differs from one architecture to the next. */
	private static OptionalDouble mean(List<TrainedRun> runs, ToDoubleFunction<TrainedRun> quantity) {
		return runs.stream().mapToDouble(quantity).filter(value -> !Double.isNaN(value)).average();
	}

	private Optional<ArchitectureRecord> find(Architecture architecture) throws ProblemException {
		int index = Math.toIntExact(space.indexOf(architecture));
		Optional<ArchitectureRecord> found = find(index);
		if (found.isPresent() && !found.get().text().equals(architecture.text())) {
			throw new ProblemException(Problem.error("another-benchmark",
					"it holds " + found.get().text() + ", but architecture " + index + " of this search space is "
							+ architecture.text(),
					"use the files of the search space of the experiment").in(files.name(index)));
		}
		return found;
	}

	/**
	 * @param index of an architecture
	 * @return what its file says; empty when there is no file
	 * @throws ProblemException when the file is damaged
	 */
	Optional<ArchitectureRecord> find(int index) throws ProblemException {
		try {
			Optional<NatsFiles.Stamp> stamp = files.stamp(index);
			if (stamp.isEmpty()) {
				if (!Files.exists(files.location())) {
					throw new ProblemException(
							Problem.error("missing-folder", "the benchmark does not exist any more", "put it back")
									.in(files.location().toString()));
				}
				return Optional.empty();
			}
			Optional<ArchitectureRecord> known = cache.find(index, stamp.get());
			if (known.isPresent()) {
				return known;
			}
			Optional<byte[]> packed = files.read(index);
			if (packed.isEmpty()) {
				return Optional.empty();
			}
			ArchitectureRecord read = NatsReader.read(packed.get(), files.name(index));
			if (read.index() != index) {
				throw new ProblemException(Problem.error("another-benchmark",
						"the file says that it is of architecture " + read.index() + ", not " + index,
						"it was renamed: get it again").in(files.name(index)));
			}
			cache.put(index, stamp.get(), read);
			return Optional.of(read);
		} catch (IOException e) {
			throw FileProblems.unreadable(files.location(), e);
		}
	}

	@Override
	public void close() {
		cache.flush();
	}
}
