/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.engine.EngineService;
import org.trainless.core.engine.UserCache;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.experiment.Variables;
import org.trainless.core.registry.Contributions;
import org.trainless.core.run.RunService;
import org.trainless.engine.PassRunners;
import org.trainless.engine.pass.PassRunner;
import org.trainless.engine.torch.EngineInfo;
import org.trainless.engine.torch.EngineUnavailableException;
import org.trainless.engine.torch.LibtorchChoice;
import org.trainless.engine.torch.LibtorchFolder;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.experiment.ExperimentResult;
import org.trainless.store.StoreInfo;
import org.trainless.store.StoreMaintenance;

/**
 * Looks at everything that a run needs: the machine, the engine, the data and benchmarks that files name, the score
 * store, and whether what must be written can be.
 */
public final class Doctor {
	private static final String ENGINE = "engine";
	private static final String REFERENCE = "reference";
	private static final String DATA = "data";
	private static final String FILES = "files";
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
	private static final long LEAST_SPACE = 1L << 30;

	/**
	 * A variable that examples and documents use, and what lies there. The line names the variable, as files do: its
	 * value may hold what would end it in a line.
	 */
	private record Known(String variable, ContributionKind kind, String line) {
	}

	private static final List<Known> KNOWN = List.of(
			new Known("CIFAR10", ContributionKind.DATASET, "cifar10:path=${CIFAR10}"),
			new Known("CIFAR100", ContributionKind.DATASET, "cifar100:path=${CIFAR100}"),
			new Known("IMAGENET16_120", ContributionKind.DATASET, "imagenet16-120:path=${IMAGENET16_120}"),
			new Known("NATS_TSS", ContributionKind.BENCHMARK, "nats-bench:path=${NATS_TSS}"),
			new Known("NATS_TSS_CSV", ContributionKind.BENCHMARK, "table:path=${NATS_TSS_CSV},accuracy=c10_test200"));

	private final Contributions contributions;
	private final EngineService engine;
	private final ExperimentFiles files;
	private final RunService runs;
	private final Function<String, Optional<String>> variables;
	private final Vectors vectors;

	/**
	 * Called by the service component runtime.
	 *
	 * @param contributions what is installed
	 * @param engine        computes scores
	 * @param files         reads experiments
	 * @param runs          prepares them
	 */
	public Doctor(Contributions contributions, EngineService engine, ExperimentFiles files, RunService runs) {
		this(contributions, engine, files, runs, Variables::value, Vectors.ofWorkers());
	}

	/**
	 * @param variables name to value of what files write as <code>${NAME}</code>
	 * @param vectors   whether those who evaluate have them
	 */
	Doctor(Contributions contributions, EngineService engine, ExperimentFiles files, RunService runs,
			Function<String, Optional<String>> variables, Vectors vectors) {
		this.contributions = contributions;
		this.engine = engine;
		this.files = files;
		this.runs = runs;
		this.variables = variables;
		this.vectors = vectors;
	}

	/**
	 * Looks at everything. Starts the engine and writes nothing that stays.
	 *
	 * @param experiments  files to look at besides
	 * @param runFolder    where runs would be written
	 * @param store        the score store; empty when none is used
	 * @param cancellation asked now and then
	 * @return what was found, in a sensible order
	 */
	public List<Finding> examine(List<Path> experiments, Path runFolder, Optional<Path> store,
			Cancellation cancellation) {
		List<Finding> findings = new ArrayList<>(Machine.local().look());
		cancellation.check();
		findings.addAll(engine());
		cancellation.check();
		findings.addAll(paths());
		findings.addAll(data(experiments, cancellation));
		for (Path experiment : experiments) {
			cancellation.check();
			findings.addAll(experiment(experiment, cancellation));
		}
		findings.add(store(store));
		findings.add(folder("run folder", runFolder, "give another with --out"));
		findings.add(cache());
		contributions.broken().forEach(b -> findings
				.add(Finding.broken("plug-ins", "contribution", b.toLine(), "tell the author of the bundle")));
		return findings;
	}

	private List<Finding> engine() {
		List<Finding> findings = new ArrayList<>();
		try {
			EngineInfo info = engine.engine().start();
			findings.add(Finding.good(ENGINE, info.name(),
					info.version() + " on " + info.device() + ", " + info.threads()
							+ (info.threads() == 1 ? " thread" : " threads") + " for each worker, started in "
							+ String.format(Locale.ROOT, "%.1f s", engine.engine().startSeconds())));
			findings.add(Finding.good(ENGINE, "memory", info.memory()));
			findings.add(libtorch(info));
		} catch (EngineUnavailableException e) {
			findings.add(Finding.broken(ENGINE, "PyTorch", String.valueOf(e.getMessage()), withoutEngine()));
		}
		findings.add(vectors.finding(ENGINE));
		return findings;
	}

	private String withoutEngine() {
		List<String> works = new ArrayList<>();
		List<String> fails = new ArrayList<>();
		for (Contribution contribution : proxies()) {
			try {
				boolean needed = runner(contribution, engine.runnersOfWorkers()).filter(PassRunner::usesEngine)
						.isPresent();
				(needed ? fails : works).add(contribution.id());
			} catch (ProblemException | RuntimeException | LinkageError e) {
				// said where its path is
				continue;
			}
		}
		Finding cache = cache();
		List<String> chosen = new ArrayList<>(LibtorchChoice.names());
		if (LibtorchChoice.hidesInstalled()) {
			chosen.add(LibtorchChoice.FOLDER);
		}
		if (cache.state() == Finding.State.BROKEN && UserCache.isChosen()) {
			chosen.add(UserCache.VARIABLE);
		}
		return remedy(chosen, cache.state() == Finding.State.BROKEN) + "; what fails until then: "
				+ String.join(", ", fails) + "; what works: " + String.join(", ", works);
	}

	/**
	 * @param chosen      variables of the user's that may be why the engine cannot be used
	 * @param cacheBroken true when the cache, into which DJL writes, cannot be written
	 */
	static String remedy(List<String> chosen, boolean cacheBroken) {
		String named = "name libtorch " + TorchEngine.LIBTORCH + " with PYTORCH_LIBRARY_PATH";
		if (!chosen.isEmpty()) {
			return "unset " + String.join(" and ", chosen)
					+ (chosen.equals(List.of(UserCache.VARIABLE)) ? ", or name a folder that can be written"
							: ", or " + named);
		}
		return cacheBroken ? "set " + UserCache.VARIABLE + " to a folder that can be written"
				: "install Trainless again, or " + named;
	}

	private static Finding cache() {
		return folder("cache", UserCache.folder(), "set " + UserCache.VARIABLE + " to another folder");
	}

	private static Finding libtorch(EngineInfo info) {
		LibtorchFolder folder = new LibtorchFolder(Path.of(LibtorchChoice.folder().orElse(info.libraries())));
		if (folder.library().isEmpty()) {
			return Finding.note(ENGINE, "libtorch",
					"from " + info.libraries() + ", where its version cannot be checked",
					"install Trainless as a whole, unless this is a build of your own");
		}
		try {
			return folder.isVersion(TorchEngine.LIBTORCH)
					? Finding.good(ENGINE, "libtorch", TorchEngine.LIBTORCH + " in " + folder.path())
					: Finding.broken(ENGINE, "libtorch",
							"in " + folder.path() + " is not version " + TorchEngine.LIBTORCH,
							remedy(LibtorchChoice.names(), false));
		} catch (IOException e) {
			return Finding.broken(ENGINE, "libtorch", "in " + folder.path() + " cannot be read: " + e.getMessage(),
					remedy(LibtorchChoice.names(), false));
		}
	}

	/** Those that work as they are by default. */
	private List<Contribution> proxies() {
		return contributions.all(ContributionKind.PROXY).stream()
				.filter(c -> c.parameters().stream().noneMatch(ParameterDescriptor::required)).toList();
	}

	/** Which path each proxy takes as it is by default. */
	private List<Finding> paths() {
		return proxies().stream().flatMap(c -> path(c).stream()).toList();
	}

	private Optional<Finding> path(Contribution contribution) {
		String name = "proxy " + contribution.id();
		try {
			// not this process evaluates
			return runner(contribution, engine.runnersOfWorkers()).map(PassRunner::name)
					.map(runner -> runner.equals(REFERENCE) ? reference(contribution, name)
							: Finding.good(ENGINE, name, "fast path '" + runner + "'"));
		} catch (ProblemException e) {
			return Optional.of(broken(ENGINE, name, e));
		} catch (RuntimeException | LinkageError e) {
			return Optional.of(Finding.broken(ENGINE, name, e.toString(),
					"tell the author of bundle " + contribution.contributor()));
		}
	}

	/** Either there is no faster one, or something is missing here. */
	private Finding reference(Contribution contribution, String name) {
		return !vectors.areUsed() && hasFastPath(contribution)
				? Finding.note(ENGINE, name, "reference path: " + vectors.obstacle(), vectors.remedy())
				: Finding.good(ENGINE, name,
						"reference path: the fast paths cannot make its pass or show what it observes");
	}

	private boolean hasFastPath(Contribution contribution) {
		try {
			return runner(contribution, PassRunners.byVectors(engine.engine())).filter(r -> !r.name().equals(REFERENCE))
					.isPresent();
		} catch (ProblemException e) {
			throw new IllegalStateException("it was made a moment ago", e);
		}
	}

	/** Who runs its pass; empty when it has none. */
	private Optional<PassRunner> runner(Contribution contribution, PassRunners runners) throws ProblemException {
		Proxy proxy = contributions.proxy(selection(ContributionKind.PROXY, contribution.id()));
		if (proxy.pass().isEmpty()) {
			return Optional.empty();
		}
		SearchSpace space = contributions.searchSpace("nats-tss");
		return Optional
				.of(runners.choose(proxy.pass().get(), proxy.observables(), space.network(space.at(0), Task.CIFAR10)));
	}

	private Selection selection(ContributionKind kind, String line) throws ProblemException {
		return files.withVariables(variables).selection(kind, "doctor", line, Path.of("").toAbsolutePath(), List.of());
	}

	/** The variables that the files name, and the well-known ones. */
	private List<Finding> data(List<Path> experiments, Cancellation cancellation) {
		Set<String> named = new LinkedHashSet<>();
		for (Path file : experiments) {
			try {
				Matcher matcher = VARIABLE.matcher(Files.readString(file));
				while (matcher.find()) {
					named.add(matcher.group(1));
				}
			} catch (IOException e) {
				// said when the experiment itself is read
				continue;
			}
		}
		List<Finding> findings = new ArrayList<>();
		for (Known known : KNOWN) {
			cancellation.check();
			findings.add(known(known, named.remove(known.variable()), cancellation));
		}
		for (String name : named) {
			findings.add(
					variables.apply(name).map(v -> Finding.good(DATA, name, v)).orElseGet(() -> unset(name, true)));
		}
		return findings;
	}

	private static Finding unset(String name, boolean needed) {
		return needed
				? Finding.broken(DATA, name, "is not set",
						"set it in the environment or in the workspace's preferences: a file names it")
				: Finding.note(DATA, name, "is not set", "set it to use files that name it, such as examples");
	}

	private Finding known(Known known, boolean needed, Cancellation cancellation) {
		Optional<String> value = variables.apply(known.variable());
		if (value.isEmpty()) {
			return unset(known.variable(), needed);
		}
		try {
			Selection selection = selection(known.kind(), known.line());
			return known.kind() == ContributionKind.DATASET ? dataset(known.variable(), value.get(), selection)
					: benchmark(known.variable(), value.get(), selection, cancellation);
		} catch (ProblemException e) {
			return broken(DATA, known.variable(), e);
		}
	}

	private Finding dataset(String variable, String value, Selection selection) throws ProblemException {
		try (Dataset dataset = contributions.dataset(selection)) {
			String text = value + ": " + dataset.size() + " images in " + dataset.task().classes() + " classes";
			if (dataset.warnings().isEmpty()) {
				return Finding.good(DATA, variable, text);
			}
			Problem first = dataset.warnings().get(0);
			return Finding.of(DATA, variable, text + "; " + first.message(), first, "check what lies there");
		}
	}

	private Finding benchmark(String variable, String value, Selection selection, Cancellation cancellation)
			throws ProblemException {
		SearchSpace space = contributions.searchSpace("nats-tss");
		try (Benchmark benchmark = contributions.benchmark(selection, space)) {
			BenchmarkLook look = BenchmarkLook.at(benchmark, space, cancellation, System::nanoTime);
			String text = value + ": " + benchmark.meaning().text() + "; " + look.text();
			return look.isWhole() ? Finding.good(DATA, variable, text)
					: Finding.note(DATA, variable, text,
							"get the whole benchmark if searches should see every architecture");
		}
	}

	private List<Finding> experiment(Path file, Cancellation cancellation) {
		try {
			ExperimentResult read = files.read(file, List.of());
			if (read.experiment().isPresent()) {
				runs.prepare(read, cancellation).close();
			}
			List<Finding> findings = new ArrayList<>();
			read.problems().forEach(p -> findings.add(finding(file, p)));
			if (findings.isEmpty()) {
				findings.add(Finding.good(FILES, file.toString(), "can be run"));
			}
			return findings;
		} catch (ProblemException e) {
			return e.problems().stream().map(p -> finding(file, p)).toList();
		}
	}

	private static Finding finding(Path file, Problem problem) {
		String place = problem.position().map(p -> "line " + p.line() + ", column " + p.column() + ": ").orElse("");
		return Finding.of(FILES, file.toString(), place + problem.message(), problem,
				"check the file, and whether it can be read");
	}

	private static Finding broken(String topic, String name, ProblemException e) {
		Problem first = e.problems().get(0);
		String where = first.source().isEmpty() || first.source().equals("doctor") ? "" : first.source() + ": ";
		return Finding.broken(topic, name, where + first.message(),
				first.remedy().isBlank() ? "check what it names, and whether it can be read" : first.remedy());
	}

	private static Finding store(Optional<Path> store) {
		String name = "score store";
		if (store.isEmpty()) {
			return Finding.note(FILES, name, "none is used", "name a file with --store to keep scores for later runs");
		}
		if (!Files.exists(store.get())) {
			return folder(name, store.get().toAbsolutePath().getParent(), "name another file with --store");
		}
		try (StoreMaintenance maintenance = StoreMaintenance.open(store.get())) {
			StoreInfo info = maintenance.info();
			String text = store.get() + ": " + info.scores() + " scores";
			return info.damaged() == 0 ? Finding.good(FILES, name, text)
					: Finding.note(FILES, name, text + ", " + info.damaged() + " of them damaged",
							"they will be computed again when they are needed");
		} catch (ProblemException e) {
			Problem first = e.problems().get(0);
			// runs make one of it
			return first.code().equals("empty-store")
					? Finding.note(FILES, name, store.get() + " is empty", first.remedy())
					: broken(FILES, name, e);
		}
	}

	/** Tries to write in it, or in the nearest folder above it that is there. */
	private static Finding folder(String name, Path folder, String remedy) {
		Path there = folder.toAbsolutePath();
		while (there != null && !Files.exists(there)) {
			there = there.getParent();
		}
		try {
			if (there == null || !Files.isDirectory(there)) {
				return Finding.broken(FILES, name, folder + " cannot be made: " + there + " is not a folder", remedy);
			}
			Files.delete(Files.createTempFile(there, ".trainless", ".try"));
			long free = Files.getFileStore(there).getUsableSpace();
			String text = folder + (there.equals(folder.toAbsolutePath()) ? "" : " (not there yet)") + ", "
					+ String.format(Locale.ROOT, "%.1f GB free", free / (double) (1L << 30));
			return free >= LEAST_SPACE ? Finding.good(FILES, name, text)
					: Finding.note(FILES, name, text, "free space, or " + remedy);
		} catch (IOException e) {
			String what = there.equals(folder.toAbsolutePath()) ? folder + " cannot be written"
					: folder + " cannot be made in " + there;
			return Finding.broken(FILES, name, what + why(e), "check permissions, or " + remedy);
		}
	}

	/** Names of exceptions and of files that were only tried tell people nothing. */
	private static String why(IOException e) {
		return switch (e) {
		case AccessDeniedException denied -> ": permission denied";
		case FileSystemException other -> other.getReason() == null ? "" : ": " + other.getReason();
		default -> e.getMessage() == null ? "" : ": " + e.getMessage();
		};
	}
}
