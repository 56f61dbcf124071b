/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.core.run.RunProgress;
import org.trainless.core.score.ArchitectureSet;
import org.trainless.core.score.ScoreRequest;
import org.trainless.core.score.ScoreRow;
import org.trainless.core.score.ScoreService;
import org.trainless.core.score.ScoreTable;
import org.trainless.core.score.StoreLocation;
import org.trainless.core.worker.Isolation;
import org.trainless.store.StoreMaintenance;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores many architectures into a table. */
@Command(name = "score", description = "Score architectures by proxies into a CSV table.", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
	private final Environment environment;

	@Option(names = "--space", paramLabel = "S", description = "Search space. Default: ${DEFAULT-VALUE}.")
	private String space = "nats-tss";

	@Option(names = "--proxy", arity = "1..*", paramLabel = "ID[:key=value,…]", required = true, description = "Proxies.")
	private List<String> proxies = new ArrayList<>();

	@Option(names = "--dataset", paramLabel = "ID[:key=value,…]", description = "Dataset. Default: ${DEFAULT-VALUE}.")
	private String dataset = "dead-leaves";

	@Option(names = "--batch", paramLabel = "N", description = "Images in the minibatch. Default: ${DEFAULT-VALUE}.")
	private int batch = 128;

	@ArgGroup(exclusive = true, multiplicity = "1")
	private Which which;

	@Option(names = "--seed", paramLabel = "N", required = true, description = "Seed of weights, minibatch and sample.")
	private long seed;

	@Option(names = "--jobs", paramLabel = "N", description = "Evaluations at once, each in one thread. Default: one per core.")
	private int jobs = Runtime.getRuntime().availableProcessors();

	@Option(names = "--store", paramLabel = "PATH|none", description = "File of the score store, or none. Default: TRAINLESS_STORE, else in the user's cache.")
	private String store;

	@Option(names = "--out", paramLabel = "CSV", required = true, description = "The table to write.")
	private Path out;

	@Option(names = "--in-process", description = "Evaluate in this process, not in one of its own: a crash of native code then ends everything.")
	private boolean inProcess;

	@Option(names = "--json", description = "Print a summary as JSON.")
	private boolean json;

	/** Which architectures. */
	static final class Which {
		@Option(names = "--all", description = "All architectures of the space.")
		private boolean all;
		@Option(names = "--sample", paramLabel = "N", description = "Distinct architectures drawn uniformly.")
		private int sample;
		@Option(names = "--architectures", paramLabel = "FILE", description = "A file with an architecture string a line.")
		private Path file;
	}

	ScoreCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		if (jobs < 1 || batch < 1 || which.file == null && !which.all && which.sample < 1) {
			return environment.terminal().usage("--jobs, --batch and --sample must be at least 1");
		}
		Optional<Path> scores = StoreLocation.of(Optional.ofNullable(store));
		if (scores.isPresent()) {
			StoreMaintenance.refuseAsOutput(scores.get(), out, "--out");
		}
		ExperimentFiles files = environment.services().get(ExperimentFiles.class);
		Path here = Path.of("").toAbsolutePath();
		List<Selection> chosen = new ArrayList<>();
		for (String proxy : proxies) {
			chosen.add(files.selection(ContributionKind.PROXY, "--proxy", proxy, here, List.of()));
		}
		Selection images = files.selection(ContributionKind.DATASET, "--dataset", dataset, here, List.of());
		ScoreRequest request = new ScoreRequest(space, chosen, images, batch, seed, architectures(), jobs, scores,
				inProcess ? Optional.empty()
						: Optional.of(new Isolation(environment.workers(), out.toAbsolutePath().getParent())));
		ProgressLine progress = new ProgressLine(environment.terminal());
		long begin = System.nanoTime();
		Map<String, long[]> counts = new LinkedHashMap<>();
		environment.interruption().writes();
		try {
			ScoreTable.write(out.toAbsolutePath(),
					rows -> environment.services().get(ScoreService.class).score(request, row -> {
						count(row, counts);
						rows.accept(row);
					}, (done, total, what) -> progress.progress(after(begin, done, total)), progress::problem,
							environment.interruption()));
		} finally {
			progress.end();
		}
		summarize(counts, (System.nanoTime() - begin) / 1e9);
		return ExitCode.OK;
	}

	/** Rows, and rows whose score is not finite. */
	private static void count(ScoreRow row, Map<String, long[]> counts) {
		long[] count = counts.computeIfAbsent(row.proxy(), p -> new long[2]);
		count[0]++;
		count[1] += row.score().isFinite() ? 0 : 1;
	}

	private static RunProgress after(long begin, long done, long total) {
		double rate = done / Math.max(1e-9, (System.nanoTime() - begin) / 1e9);
		return new RunProgress(done, total, rate, OptionalDouble.of((total - done) / rate));
	}

	private void summarize(Map<String, long[]> counts, double seconds) {
		long rows = counts.values().stream().mapToLong(c -> c[0]).sum();
		if (json) {
			environment.terminal().json(new Json.Scores(out.toString(), rows, seconds, counts.entrySet().stream()
					.map(e -> new Json.ProxyScores(e.getKey(), e.getValue()[0], e.getValue()[1])).toList()));
			return;
		}
		counts.forEach((proxy, count) -> environment.terminal().out()
				.println(proxy + ": " + count[0] + " scores, " + count[1] + " of them not finite"));
		environment.terminal().out()
				.println(rows + " rows in " + ProgressLine.duration(seconds) + "; they are in " + out);
	}

	private ArchitectureSet architectures() throws ProblemException {
		if (which.all) {
			return new ArchitectureSet.All();
		}
		if (which.file == null) {
			return new ArchitectureSet.Sample(which.sample);
		}
		SearchSpace searchSpace = environment.services().get(Contributions.class).searchSpace(space);
		List<Architecture> listed = new ArrayList<>();
		try {
			int number = 0;
			for (String line : Files.readAllLines(which.file)) {
				number++;
				if (!line.isBlank()) {
					listed.add(parse(searchSpace, line.strip(), number));
				}
			}
		} catch (NoSuchFileException e) {
			throw new ProblemException(
					Problem.error("no-such-file", "there is no such file", "check the path").in(which.file.toString()),
					e);
		} catch (CharacterCodingException e) {
			throw new ProblemException(Problem
					.error("unreadable", "this is not text in UTF-8", "give a file with an architecture string a line")
					.in(which.file.toString()), e);
		} catch (IOException e) {
			throw new ProblemException(Problem.error("unreadable",
					"cannot be read: " + (Files.isDirectory(which.file) ? "it is a folder" : e.getMessage()), "")
					.in(which.file.toString()), e);
		}
		return new ArchitectureSet.Listed(listed);
	}

	private Architecture parse(SearchSpace searchSpace, String line, int number) throws ProblemException {
		try {
			return searchSpace.parse(line);
		} catch (ProblemException e) {
			throw new ProblemException(
					e.problems().stream()
							.map(p -> p.in(which.file.toString())
									.at(new Position(number, p.position().map(o -> o.column()).orElse(1), 0, 0)))
							.toList(),
					e);
		}
	}
}
