/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.core.run.RunProgress;
import org.trainless.core.score.ArchitectureSet;
import org.trainless.core.score.ScoreRequest;
import org.trainless.core.score.ScoreRow;
import org.trainless.core.score.ScoreService;
import org.trainless.store.RunDirectory;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores many architectures into a table. */
@Command(name = "score", description = "Score architectures by proxies into a CSV table.", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
	/** The columns of the table. */
	static final String HEADER = "index,architecture,proxy,score,seconds,reason";

	private final Environment environment;

	@Option(names = "--space", paramLabel = "S", description = "Search space. Default: ${DEFAULT-VALUE}.")
	private String space = "nats-tss";

	@Option(names = "--proxy", paramLabel = "ID[:key=value,…]", required = true, description = "Proxy; may be given several times.")
	private List<String> proxies = new ArrayList<>();

	@Option(names = "--dataset", paramLabel = "ID[:key=value,…]", description = "Dataset. Default: ${DEFAULT-VALUE}.")
	private String dataset = "dead-leaves";

	@Option(names = "--batch", paramLabel = "N", description = "Images in the minibatch. Default: ${DEFAULT-VALUE}.")
	private int batch = 128;

	@ArgGroup(exclusive = true, multiplicity = "1")
	private Which which;

	@Option(names = "--seed", paramLabel = "N", required = true, description = "Seed of weights, minibatch and sample.")
	private long seed;

	@Option(names = "--jobs", paramLabel = "N", description = "Workers of one engine thread each. Default: one per core.")
	private int jobs = Runtime.getRuntime().availableProcessors();

	@Option(names = "--store", paramLabel = "PATH|none", description = "Score store; accepted, not used yet.")
	private String store;

	@Option(names = "--out", paramLabel = "CSV", required = true, description = "The table to write.")
	private Path out;

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
			environment.terminal().err().println("--jobs, --batch and --sample must be at least 1");
			return ExitCode.USAGE;
		}
		ExperimentFiles files = environment.services().get(ExperimentFiles.class);
		Path here = Path.of("").toAbsolutePath();
		List<Selection> chosen = new ArrayList<>();
		for (String proxy : proxies) {
			chosen.add(files.selection(ContributionKind.PROXY, "--proxy", proxy, here, List.of()));
		}
		Selection images = files.selection(ContributionKind.DATASET, "--dataset", dataset, here, List.of());
		ScoreRequest request = new ScoreRequest(space, chosen, images, batch, seed, architectures(), jobs,
				Optional.empty());
		ProgressLine progress = new ProgressLine(environment.terminal());
		long begin = System.nanoTime();
		RunDirectory.writeWhole(out.toAbsolutePath(), stream -> {
			Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
			writer.write(HEADER + "\n");
			try {
				environment.services().get(ScoreService.class).score(request, row -> write(row, writer),
						(done, total, what) -> {
							double rate = done / Math.max(1e-9, (System.nanoTime() - begin) / 1e9);
							progress.progress(new RunProgress(done, total, rate,
									java.util.OptionalDouble.of((total - done) / rate)));
						}, environment.interruption());
			} catch (UncheckedIOException e) {
				throw e.getCause();
			}
			writer.flush();
		});
		progress.end();
		return ExitCode.OK;
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
		} catch (IOException e) {
			throw new ProblemException(
					Problem.error("unreadable", "cannot be read: " + e.getMessage(), "").in(which.file.toString()), e);
		}
		return new ArchitectureSet.Listed(listed);
	}

	private Architecture parse(SearchSpace searchSpace, String line, int number) throws ProblemException {
		try {
			return searchSpace.parse(line);
		} catch (ProblemException e) {
			throw new ProblemException(e.problems().stream().map(p -> p.in(which.file.toString()).at(
					new org.trainless.api.problem.Position(number, p.position().map(o -> o.column()).orElse(1), 0, 0)))
					.toList(), e);
		}
	}

	/** No cell of the table holds a comma, a quote or a line end, so none is quoted; a parameter's value might. */
	private static void write(ScoreRow row, Writer writer) {
		try {
			writer.write(row.index() + "," + row.architecture() + "," + quoted(row.proxy()) + "," + row.score().value()
					+ "," + row.seconds() + "," + row.score().reason().map(NonFinite::id).orElse("") + "\n");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String quoted(String text) {
		return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
