/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.registry.Contributions;
import org.trainless.engine.PassRunners;
import org.trainless.engine.torch.EngineInfo;
import org.trainless.engine.torch.EngineUnavailableException;
import org.trainless.engine.torch.LibtorchChoice;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.store.KnownScores;
import org.trainless.store.ScoreIdentity;
import org.trainless.store.ScoreStore;

/**
 * The score store of a run, where there is one that can be used. Where there is none, nothing is known and nothing is
 * kept. Thread-safe.
 */
public final class StoredScores implements AutoCloseable {
	private static final String NONE = "none";

	/**
	 * The engine as far as scores depend on it.
	 *
	 * @param ours    true when its libraries are those that come with this program, as far as is known before it starts
	 * @param started whether it has been started
	 * @param start   starts it if need be, and says what it is
	 */
	record Computer(boolean ours, BooleanSupplier started, Supplier<EngineInfo> start) {
		static Computer of(TorchEngine engine) {
			return new Computer(!LibtorchChoice.isMade(), engine::isStarted, engine::start);
		}
	}

	private final Optional<ScoreStore> store;
	private final Contributions contributions;
	private final Computer engine;
	private final PassRunners runners;

	private StoredScores(Optional<ScoreStore> store, Contributions contributions, Computer engine,
			PassRunners runners) {
		this.store = store;
		this.contributions = contributions;
		this.engine = engine;
		this.runners = runners;
	}

	/**
	 * @param file          the store; made when it is not there; empty for none
	 * @param contributions where proxies come from
	 * @param engine        computes scores
	 * @param runners       run its passes, in whichever process
	 * @param problems      told, possibly later and from another thread, when the store cannot be used
	 * @return the scores in it
	 */
	public static StoredScores open(Optional<Path> file, Contributions contributions, TorchEngine engine,
			PassRunners runners, Consumer<Problem> problems) {
		return open(file, contributions, Computer.of(engine), runners, problems);
	}

	static StoredScores open(Optional<Path> file, Contributions contributions, Computer engine, PassRunners runners,
			Consumer<Problem> problems) {
		Objects.requireNonNull(contributions);
		Objects.requireNonNull(engine);
		Objects.requireNonNull(runners);
		Optional<ScoreStore> store = Optional.empty();
		try {
			if (file.isPresent()) {
				store = Optional.of(ScoreStore.open(file.get(), problems));
			}
		} catch (ProblemException e) {
			e.problems().forEach(p -> problems.accept(ScoreStore.withoutIt(p)));
		}
		return new StoredScores(store, contributions, engine, runners);
	}

	/**
	 * @param space   id of the search space
	 * @param dataset images
	 * @param batch   images in the minibatch
	 * @param seed    of weights and minibatch
	 * @param proxy   what scores
	 * @return the scores of that; empty when there is no store, or when it cannot be said what they depend on
	 */
	public Optional<KnownScores> of(String space, Dataset dataset, int batch, long seed, ScoringProxy proxy) {
		return store.flatMap(s -> identity(space, dataset, batch, seed, proxy).map(s::scores));
	}

	private Optional<ScoreIdentity> identity(String space, Dataset dataset, int batch, long seed, ScoringProxy proxy) {
		Optional<String> parameters = CanonicalParameters.of(proxy.selection().parameters());
		Optional<EngineIdentity> computes = computes(space, dataset.task(), proxy.proxy());
		if (parameters.isEmpty() || computes.isEmpty()) {
			return Optional.empty();
		}
		Task task = dataset.task();
		String images = task.input().channels() + "x" + task.input().height() + "x" + task.input().width();
		return Optional.of(new ScoreIdentity(space, name(proxy.proxy().equivalence()), proxy.contribution().id(),
				proxy.contribution().contributor(), version(proxy), parameters.get(),
				images + " in " + task.classes() + " classes", dataset.fingerprint(), batch, seed,
				computes.get().engine(), computes.get().device(), computes.get().precision()));
	}

	/** A proxy whose author gives it no version changes with its bundle. */
	private String version(ScoringProxy proxy) {
		String version = proxy.contribution().properties().get("version");
		if (version != null) {
			return version;
		}
		try {
			return contributions.origin(ContributionKind.PROXY, proxy.contribution().id());
		} catch (ProblemException e) {
			throw new IllegalStateException("a proxy that is in use is installed", e);
		}
	}

	private record EngineIdentity(String engine, String device, String precision) {
	}

	/**
	 * What computes the scores of a proxy. A run that computes nothing should not start the engine, so this is told
	 * without starting it wherever it is certain:
	 * <ul>
	 * <li>a proxy without a pass needs no engine and names none;
	 * <li>a pass that a runner in Java serves depends on {@link PassRunners#version()} alone. It names the engine that
	 * comes with this program, whichever is installed: so its scores are found again where another one is, or none;
	 * <li>a pass that the engine runs names the engine as it says of itself once it is started. Before, it is the one
	 * that comes with this program, unless the user has chosen libraries: then it has to be started to know.
	 * </ul>
	 */
	private Optional<EngineIdentity> computes(String space, Task task, Proxy proxy) {
		if (proxy.pass().isEmpty()) {
			return Optional.of(new EngineIdentity(NONE, NONE, NONE));
		}
		Pass pass = proxy.pass().get();
		String precision = name(pass.precision());
		String passes = ", " + runners.version();
		if (engine.ours() && !engine.started().getAsBoolean()
				|| !runners.choose(pass, proxy.observables(), network(space, task)).usesEngine()) {
			return Optional.of(new EngineIdentity("pytorch-" + TorchEngine.LIBTORCH + passes, "cpu", precision));
		}
		try {
			EngineInfo info = engine.start().get();
			return Optional.of(new EngineIdentity(info.name().toLowerCase(Locale.ROOT) + "-" + info.version() + passes,
					info.device(), precision));
		} catch (EngineUnavailableException e) {
			// whoever needs it will say so
			return Optional.empty();
		}
	}

	/**
	 * The first network stands for all of its space: who runs a pass depends on the images and on the blocks around the
	 * cell, which are those of the space and not of one architecture.
	 */
	private MacroNetwork network(String space, Task task) {
		try {
			SearchSpace architectures = contributions.searchSpace(space);
			return architectures.network(architectures.at(0), task);
		} catch (ProblemException e) {
			throw new IllegalStateException("a space that is in use is installed", e);
		}
	}

	/**
	 * @param value an equivalence or a precision
	 * @return by which the store names it
	 */
	public static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public void close() {
		store.ifPresent(ScoreStore::close);
	}
}
