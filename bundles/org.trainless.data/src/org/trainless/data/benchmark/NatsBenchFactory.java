/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.BenchmarkFactory;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.SearchSpace;
import org.trainless.data.file.FileProblems;

/**
 * Opens NATS-Bench's topology space from its folder or archive.
 */
public final class NatsBenchFactory implements BenchmarkFactory {
	private static final String VALIDATION = "x-valid";
	private static final String TEST = "ori-test";
	private static final String HALF_TEST = "x-test";
	/** Sets of each dataset, first the one that NATS-Bench calls test accuracy. */
	private static final Map<String, List<String>> SETS = Map.of("cifar10-valid", List.of(TEST, VALIDATION), "cifar10",
			List.of(TEST), "cifar100", List.of(HALF_TEST, VALIDATION, TEST), "ImageNet16-120",
			List.of(HALF_TEST, VALIDATION, TEST));
	private static final List<Integer> EPOCHS = List.of(12, 200);

	private final Optional<Path> cacheRoot;

	/** For the user's cache folder. */
	public NatsBenchFactory() {
		this(CacheFolder.ofUser());
	}

	NatsBenchFactory(Optional<Path> cacheRoot) {
		this.cacheRoot = cacheRoot;
	}

	@Override
	public Benchmark open(Parameters parameters, SearchSpace space) throws ProblemException {
		Trials trials = Trials.of(parameters.optionalText("trial").orElse("mean"));
		Meaning meaning = meaning(parameters, trials);
		Path path = parameters.path("path");
		try {
			NatsFiles files = files(path);
			RecordCache cache = new RecordCache(cacheRoot, files.location());
			NatsBench benchmark = new NatsBench(files, cache, space, meaning, trials);
			check(files, benchmark, space);
			return benchmark;
		} catch (IOException e) {
			throw FileProblems.unreadable(path, e);
		}
	}

	private static Meaning meaning(Parameters parameters, Trials trials) throws ProblemException {
		String dataset = parameters.optionalText("dataset").orElse("cifar10");
		List<String> sets = SETS.get(dataset);
		if (sets == null) {
			throw new ProblemException(Problem.error("wrong-value", "NATS-Bench has no dataset '" + dataset + "'",
					"it has cifar10-valid, cifar10, cifar100 and ImageNet16-120"));
		}
		String set = parameters.optionalText("set").orElse(sets.get(0));
		if (!sets.contains(set)) {
			throw new ProblemException(
					Problem.error("wrong-value", "NATS-Bench has no set '" + set + "' for " + dataset,
							"it has " + String.join(", ", sets)
									+ (dataset.equals("cifar10")
											? "; validation accuracies are those of dataset cifar10-valid"
											: "")));
		}
		int epochs = (int) parameters.optionalInteger("epochs").orElse(200);
		if (!EPOCHS.contains(epochs)) {
			throw new ProblemException(Problem.error("wrong-value",
					"NATS-Bench has no training of " + epochs + " epochs", "it has 12 and 200"));
		}
		return new Meaning(dataset, set, !set.equals(VALIDATION), epochs, trials.text(),
				set + ", " + epochs + " epochs, " + trials.text());
	}

	private static NatsFiles files(Path path) throws ProblemException, IOException {
		if (!Files.exists(path)) {
			throw new ProblemException(Problem.error("missing-folder", "the benchmark does not exist",
					"set 'path' to the folder " + NatsNames.FOLDER + " or its .tar").in(path.toString()));
		}
		if (Files.isDirectory(path)) {
			Path inside = path.resolve(NatsNames.FOLDER);
			Path archive = path.resolve(NatsNames.FOLDER + ".tar");
			if (new FolderFiles(path).any().isPresent()) {
				return new FolderFiles(path);
			}
			if (Files.isDirectory(inside)) {
				return new FolderFiles(inside);
			}
			return Files.isRegularFile(archive) ? new TarFiles(archive) : new FolderFiles(path);
		}
		String name = path.getFileName().toString();
		if (name.endsWith(".tar")) {
			return new TarFiles(path);
		}
		throw FileProblems.wrongContent(path,
				name.endsWith(".pbz2") ? "this is one file of NATS-Bench, not its folder"
						: "this is neither the folder of NATS-Bench nor a .tar of it",
				"set 'path' to the folder " + NatsNames.FOLDER + " or its .tar; unpack what is compressed");
	}

	/** Looks into one file, so that a folder of something else is told at once. */
	private static void check(NatsFiles files, NatsBench benchmark, SearchSpace space)
			throws ProblemException, IOException {
		Optional<Integer> any = files.any();
		if (any.isEmpty()) {
			throw FileProblems.wrongContent(files.location(),
					"this holds no files of NATS-Bench, like " + NatsNames.file(0),
					"set 'path' to the folder " + NatsNames.FOLDER + " or its .tar");
		}
		if (any.get() >= space.size()) {
			throw new ProblemException(Problem
					.error("another-benchmark",
							"it holds " + NatsNames.file(any.get()) + ", but the search space has " + space.size()
									+ " architectures",
							"use the files of the search space of the experiment")
					.in(files.location().toString()));
		}
		benchmark.accuracy(space.at(any.get()));
	}
}
