/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.BatchTooLargeException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.engine.MinibatchSource;
import org.trainless.engine.ProxyScore;
import org.trainless.engine.torch.EngineUnavailableException;
import org.trainless.store.KnownScores;

/**
 * Scores architectures by some proxies under one scoring seed. Each class of equivalent architectures is evaluated
 * once; who asks for one that another thread is evaluating waits for it. The code of proxies is not trusted: what it
 * throws becomes a failed score of that architecture and of that proxy alone. Thread-safe; evaluates in the calling
 * thread or while it waits.
 */
public final class ProxyScorer implements AutoCloseable {
	private final SearchSpace space;
	private final Task task;
	private final List<ScoringProxy> proxies;
	private final MinibatchSource minibatch;
	private final Seed seed;
	private final Evaluations evaluations;
	private final Consumer<Problem> problems;
	private final List<Optional<KnownScores>> stored;
	private final List<Map<Architecture, CompletableFuture<Scored>>> known;
	private final Map<List<Integer>, Evaluations.Evaluation> evaluators = new ConcurrentHashMap<>();
	private final Set<Integer> reported = ConcurrentHashMap.newKeySet();

	/**
	 * @param space       of the architectures
	 * @param task        what the networks are for
	 * @param proxies     that score
	 * @param minibatch   images that all architectures are scored on; drawn once however often it is asked for
	 * @param seed        the scoring seed
	 * @param evaluations who makes evaluations
	 * @param stored      for each proxy the scores that are kept, if they are; asked first, and told what is computed
	 * @param problems    told of the first failure of each proxy
	 */
	public ProxyScorer(SearchSpace space, Task task, List<ScoringProxy> proxies, MinibatchSource minibatch, Seed seed,
			Evaluations evaluations, List<Optional<KnownScores>> stored, Consumer<Problem> problems) {
		this.space = Objects.requireNonNull(space);
		this.task = Objects.requireNonNull(task);
		this.proxies = List.copyOf(proxies);
		this.minibatch = SharedMinibatch.of(minibatch);
		this.seed = Objects.requireNonNull(seed);
		this.evaluations = Objects.requireNonNull(evaluations);
		this.stored = List.copyOf(stored);
		if (stored.size() != proxies.size()) {
			throw new IllegalArgumentException(stored.size() + " stores for " + proxies.size() + " proxies");
		}
		this.problems = Objects.requireNonNull(problems);
		this.known = proxies.stream().<Map<Architecture, CompletableFuture<Scored>>>map(p -> new ConcurrentHashMap<>())
				.toList();
	}

	/**
	 * Scores one architecture.
	 *
	 * @param architecture of the space
	 * @param cancellation asked at least every 100 ms
	 * @return one result for each proxy, in their order
	 * @throws ProblemException      when the minibatch cannot be drawn or the engine cannot be started
	 * @throws CancellationException when cancelled
	 */
	public List<Scored> score(Architecture architecture, Cancellation cancellation) throws ProblemException {
		List<CompletableFuture<Scored>> answers = new ArrayList<>();
		List<Integer> mine = new ArrayList<>();
		for (int p = 0; p < proxies.size(); p++) {
			Architecture representative = space.representative(architecture, proxies.get(p).proxy().equivalence());
			CompletableFuture<Scored> fresh = new CompletableFuture<>();
			CompletableFuture<Scored> other = known.get(p).putIfAbsent(representative, fresh);
			answers.add(other == null ? fresh : other);
			if (other == null && !isStored(p, representative, fresh)) {
				mine.add(p);
			}
		}
		if (!mine.isEmpty()) {
			evaluate(architecture, List.copyOf(mine), answers, cancellation);
		}
		List<Scored> scores = new ArrayList<>();
		for (int p = 0; p < answers.size(); p++) {
			Scored scored = await(answers.get(p), architecture, p, cancellation);
			scores.add(mine.contains(p) ? scored : new Scored(scored.score(), 0, true));
		}
		return scores;
	}

	private boolean isStored(int proxy, Architecture representative, CompletableFuture<Scored> answer) {
		Optional<Score> score = stored.get(proxy).flatMap(s -> s.find(representative.text()));
		score.ifPresent(s -> answer.complete(new Scored(s, 0, true)));
		return score.isPresent();
	}

	private void keep(int proxy, Architecture architecture, Scored scored) {
		stored.get(proxy).ifPresent(
				s -> s.keep(space.representative(architecture, proxies.get(proxy).proxy().equivalence()).text(),
						scored.score(), scored.seconds()));
	}

	private void evaluate(Architecture architecture, List<Integer> mine, List<CompletableFuture<Scored>> answers,
			Cancellation cancellation) throws ProblemException {
		try {
			List<Scored> scores = evaluate(architecture, mine, cancellation);
			for (int i = 0; i < mine.size(); i++) {
				keep(mine.get(i), architecture, scores.get(i));
				answers.get(mine.get(i)).complete(scores.get(i));
			}
		} catch (ProblemException | RuntimeException | Error e) {
			// nobody may find what will never be answered; who waits for it already learns of the failure
			for (int p : mine) {
				known.get(p).values().remove(answers.get(p));
				answers.get(p).completeExceptionally(e);
			}
			throw e;
		}
	}

	private List<Scored> evaluate(Architecture architecture, List<Integer> which, Cancellation cancellation)
			throws ProblemException {
		try {
			return evaluator(which).evaluate(architecture, cancellation).stream().map(ProxyScorer::fresh).toList();
		} catch (CancellationException e) {
			throw e;
		} catch (EngineUnavailableException e) {
			throw new ProblemException(Problem.error("engine-unavailable", e.getMessage(),
					"trainless doctor tells what there is and what is wrong with it"), e);
		} catch (RuntimeException | LinkageError e) {
			if (which.size() == 1) {
				return List.of(failed(which.get(0), e));
			}
			// one of them spoils a pass that the others share: each alone
			List<Scored> scores = new ArrayList<>();
			for (int p : which) {
				scores.addAll(evaluate(architecture, List.of(p), cancellation));
			}
			return scores;
		}
	}

	private static Scored fresh(ProxyScore score) {
		return new Scored(score.score(), score.seconds(), false);
	}

	private Evaluations.Evaluation evaluator(List<Integer> which) {
		return evaluators.computeIfAbsent(which, w -> evaluations.under(
				new Evaluations.Conditions(space, task, w.stream().map(proxies::get).toList(), minibatch, seed)));
	}

	/** Frees what was kept for evaluations. */
	@Override
	public void close() {
		evaluators.values().forEach(Evaluations.Evaluation::close);
	}

	private Scored failed(int proxy, Throwable failure) {
		ScoringProxy which = proxies.get(proxy);
		if (!(failure instanceof EvaluationFailure known && known.isTold()) && reported.add(proxy)) {
			problems.accept(Problem.warning(
					"proxy-failed", "the proxy '" + which.contribution().id() + "' of bundle "
							+ which.contribution().contributor() + " failed: " + failure,
					"its scores that failed are kept as such; " + remedy(failure)));
		}
		return new Scored(Score.nonFinite(Double.NaN, NonFinite.FAILED, failure.toString()), 0, false);
	}

	/** Of a failure in another process there is only the text. */
	static String remedy(Throwable failure) {
		return failure.toString().startsWith(BatchTooLargeException.class.getName()) ? "use a smaller batch"
				: "tell the author of the bundle";
	}

	/** Another thread may have been cancelled while this one was not: then it is this one's turn. */
	private Scored await(CompletableFuture<Scored> answer, Architecture architecture, int proxy,
			Cancellation cancellation) throws ProblemException {
		try {
			return answer.join();
		} catch (CancellationException e) {
			cancellation.check();
			return score(architecture, cancellation).get(proxy);
		} catch (CompletionException e) {
			switch (e.getCause()) {
			case ProblemException problem -> throw problem;
			case RuntimeException failure -> throw failure;
			case Error error -> throw error;
			default -> throw new IllegalStateException(e.getCause());
			}
		}
	}
}
