/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.score.StoreLocation;
import org.trainless.store.RunDirectory;
import org.trainless.store.StoreInfo;
import org.trainless.store.StoreMaintenance;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the score store. */
@Command(name = "scores", description = "Look after the store of scores that were computed before.", mixinStandardHelpOptions = true)
final class ScoresCommand implements Runnable {
	@Spec
	private CommandSpec spec;

	/** The command with its sub-commands. */
	static CommandLine of(Environment environment) {
		return new CommandLine(new ScoresCommand()).addSubcommand(new Info(environment))
				.addSubcommand(new Merge(environment)).addSubcommand(new Export(environment))
				.addSubcommand(new Prune(environment));
	}

	@Override
	public void run() {
		spec.commandLine().usage(spec.commandLine().getOut());
	}

	private static StoreMaintenance open(String store) throws ProblemException {
		return StoreMaintenance.open(file(store));
	}

	private static Path file(String store) throws ProblemException {
		Optional<Path> file = StoreLocation.of(Optional.ofNullable(store));
		if (file.isEmpty()) {
			throw new ProblemException(
					Problem.error("no-store", "no score store is in use", "name its file with --store"));
		}
		return file.get();
	}

	/** Says what is in it. */
	@Command(name = "info", description = "Check a score store and say what it holds.", mixinStandardHelpOptions = true)
	private static final class Info implements Callable<Integer> {
		private final Environment environment;

		@Option(names = "--store", paramLabel = "PATH", description = "The store. Default: the one that runs use.")
		private String store;

		@Option(names = "--json", description = "Print as JSON.")
		private boolean json;

		Info(Environment environment) {
			this.environment = environment;
		}

		@Override
		public Integer call() throws ProblemException {
			PrintWriter out = environment.terminal().out();
			try (StoreMaintenance maintenance = open(store)) {
				StoreInfo info = maintenance.info();
				if (json) {
					environment.terminal().json(Json.StoreContents.of(info));
				} else {
					print(info, out);
				}
				return info.damaged() == 0 ? ExitCode.OK : ExitCode.FAILED;
			}
		}

		private static void print(StoreInfo info, PrintWriter out) {
			out.println(info.file() + ", schema " + info.schema() + ", "
					+ String.format(java.util.Locale.ROOT, "%.1f MB", info.bytes() / 1e6));
			out.println(info.scores() + " scores");
			if (info.damaged() > 0) {
				out.println(info.damaged() + " of them are damaged and will be computed again when they are needed");
			}
			if (info.groups().isEmpty()) {
				return;
			}
			TextTable table = new TextTable("PROXY", "VERSION", "PARAMETERS", "SPACE", "DATASET", "BATCH", "SEEDS",
					"SCORES", "NON-FINITE");
			for (StoreInfo.Group group : info.groups()) {
				table.row(group.proxy(), group.version(), group.parameters(), group.space(), group.dataset(),
						Integer.toString(group.batch()), Integer.toString(group.seeds()), Long.toString(group.scores()),
						Long.toString(group.nonFinite()));
			}
			table.lines().forEach(out::println);
		}
	}

	/** Joins two. */
	@Command(name = "merge", description = "Add the scores of one store to another.", mixinStandardHelpOptions = true)
	private static final class Merge implements Callable<Integer> {
		private final Environment environment;

		@Parameters(index = "0", paramLabel = "FROM", description = "The store whose scores are added; it stays as it is.")
		private Path from;

		@Parameters(index = "1", paramLabel = "INTO", description = "The store that gets them; made if it is not there.")
		private Path into;

		Merge(Environment environment) {
			this.environment = environment;
		}

		@Override
		public Integer call() throws ProblemException {
			StoreMaintenance.refuseItself(from, into);
			// a mistyped name must not leave an empty store behind
			StoreMaintenance.open(from).close();
			environment.interruption().writes();
			try (StoreMaintenance maintenance = StoreMaintenance.openOrCreate(into)) {
				StoreMaintenance.Merged merged = maintenance.add(from);
				environment.terminal().out()
						.println(merged.added() + " scores added, " + merged.known() + " were known");
				if (merged.different() > 0) {
					environment.terminal().err().println("warning: " + merged.different()
							+ " scores differ between the stores; those of " + into + " stay");
				}
				if (merged.damaged() > 0) {
					environment.terminal().err()
							.println("warning: " + merged.damaged() + " damaged scores of " + from + " were left out");
				}
				return ExitCode.OK;
			}
		}
	}

	/** Copies it out. */
	@Command(name = "export", description = "Write all scores of a store as CSV.", mixinStandardHelpOptions = true)
	private static final class Export implements Callable<Integer> {
		private final Environment environment;

		@Option(names = "--store", paramLabel = "PATH", description = "The store. Default: the one that runs use.")
		private String store;

		@Option(names = "--out", paramLabel = "CSV", description = "The table to write. Default: standard output.")
		private Path out;

		Export(Environment environment) {
			this.environment = environment;
		}

		@Override
		public Integer call() throws ProblemException {
			Path file = file(store);
			if (out != null) {
				StoreMaintenance.refuseAsOutput(file, out, "--out");
			}
			try (StoreMaintenance maintenance = StoreMaintenance.open(file)) {
				long[] damaged = { 0 };
				if (out == null) {
					damaged[0] = maintenance.export(row -> environment.terminal().out().println(line(row)));
				} else {
					environment.interruption().writes();
					RunDirectory.writeWhole(out.toAbsolutePath(), stream -> {
						Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
						damaged[0] = export(maintenance, writer);
						writer.flush();
					});
				}
				if (damaged[0] > 0) {
					environment.terminal().err().println("warning: " + damaged[0] + " damaged scores were left out");
				}
				return ExitCode.OK;
			}
		}

		private static long export(StoreMaintenance maintenance, Writer writer) throws IOException, ProblemException {
			try {
				return maintenance.export(row -> {
					try {
						writer.write(line(row) + "\n");
					} catch (IOException e) {
						throw new UncheckedIOException(e);
					}
				});
			} catch (UncheckedIOException e) {
				throw e.getCause();
			}
		}

		private static String line(List<String> row) {
			return row.stream().map(c -> c.matches("[^,\"\r\n]*") ? c : '"' + c.replace("\"", "\"\"") + '"')
					.collect(Collectors.joining(","));
		}
	}

	/** Throws away. */
	@Command(name = "prune", description = "Delete scores from a store and give their space back.", mixinStandardHelpOptions = true)
	private static final class Prune implements Callable<Integer> {
		private final Environment environment;

		@Option(names = "--store", paramLabel = "PATH", description = "The store. Default: the one that runs use.")
		private String store;

		@Option(names = "--space", paramLabel = "ID", description = "Of this search space.")
		private String space;

		@Option(names = "--proxy", paramLabel = "ID", description = "Of this proxy.")
		private String proxy;

		@Option(names = "--proxy-version", paramLabel = "V", description = "Of this version of a proxy.")
		private String version;

		@Option(names = "--dataset", paramLabel = "FINGERPRINT", description = "On this dataset, as 'scores info' shows it.")
		private String dataset;

		@Option(names = "--older-than", paramLabel = "DAYS", description = "Written so many days ago or earlier.")
		private Integer days;

		@Option(names = "--all", description = "All scores.")
		private boolean all;

		Prune(Environment environment) {
			this.environment = environment;
		}

		@Override
		public Integer call() throws ProblemException {
			boolean some = space != null || proxy != null || version != null || dataset != null || days != null;
			if (some == all || days != null && days < 0) {
				environment.terminal().err()
						.println("say which scores: by --space, --proxy, --proxy-version, --dataset, --older-than"
								+ " (which all must hold), or --all");
				return ExitCode.USAGE;
			}
			try (StoreMaintenance maintenance = open(store)) {
				environment.interruption().writes();
				long pruned = maintenance.prune(new StoreMaintenance.Which(Optional.ofNullable(space),
						Optional.ofNullable(proxy), Optional.ofNullable(version), Optional.ofNullable(dataset),
						Optional.ofNullable(days).map(d -> Instant.now().minus(Duration.ofDays(d)))));
				environment.terminal().out().println(pruned + " scores deleted");
				return ExitCode.OK;
			}
		}
	}
}
