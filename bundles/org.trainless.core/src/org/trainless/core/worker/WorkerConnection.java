/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.core.scoring.EvaluationFailure;
import org.trainless.engine.torch.EngineUnavailableException;

/** One worker process, from its start to its end. Thread-safe. */
final class WorkerConnection implements AutoCloseable {
	private static final int SECONDS_TO_DIE = 5;

	/** An answer is empty when the process died before it gave one. */
	private record Call(CompletableFuture<Optional<Answer>> answer, Optional<String> evaluation) {
	}

	private final Process process;
	private final Path written;
	private final Path report;
	private final OutputStream requests;
	private final Map<Long, Call> calls = new HashMap<>();
	private final Map<Integer, CompletableFuture<Optional<Answer>>> prepared = new HashMap<>();
	private final AtomicLong numbers = new AtomicLong();
	private final AtomicBoolean told = new AtomicBoolean();
	private volatile String broken;
	// guarded by this object's lock
	private WorkerDiedException death;

	/**
	 * @param started a process that nobody has asked anything yet
	 * @param reports folder where the report of its Java runtime is kept if it crashes
	 */
	WorkerConnection(WorkerLauncher.Started started, Path reports) {
		this.process = started.process();
		this.written = started.reports().resolve(started.report());
		this.report = reports.resolve(started.report());
		this.requests = process.getOutputStream();
		Thread.ofPlatform().name("trainless-worker-answers").daemon().start(this::listen);
	}

	synchronized boolean isDead() {
		return death != null;
	}

	boolean isNews() {
		return told.compareAndSet(false, true);
	}

	private void listen() {
		try (InputStream answers = new BufferedInputStream(process.getInputStream())) {
			Optional<Answer> answer = Frames.read(answers, Answer::read);
			while (answer.isPresent()) {
				take(answer.get());
				answer = Frames.read(answers, Answer::read);
			}
		} catch (IOException e) {
			// who ends a process closes its streams too: then what broke is known already, or is the process's own end
			if (broken == null && process.isAlive()) {
				broken = "an answer that cannot be understood: " + e.getMessage();
			}
		} finally {
			die();
		}
	}

	private void take(Answer answer) {
		if (answer instanceof Answer.Failed failed && failed.reach() == Answer.Reach.WORKER) {
			// answered by its end, which concerns all others too
			broken = failed.what();
			process.destroyForcibly();
			return;
		}
		Call call;
		synchronized (this) {
			call = calls.remove(answer.call());
		}
		if (call != null) {
			call.answer().complete(Optional.of(answer));
		}
	}

	private void die() {
		boolean gone = false;
		try {
			gone = broken == null && process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS) || kill();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		Death how = broken == null
				? gone ? Death.of(process.exitValue(), kept()) : new Death("silence", Optional.empty())
				: new Death(broken, Optional.empty());
		List<Call> open;
		synchronized (this) {
			death = new WorkerDiedException(this, how,
					calls.values().stream().flatMap(c -> c.evaluation().stream()).sorted().toList());
			open = List.copyOf(calls.values());
			calls.clear();
		}
		open.forEach(c -> c.answer().complete(Optional.empty()));
	}

	/** Where the report is, if there is one, after it was moved to where reports are kept. */
	private Path kept() {
		if (written.equals(report) || !Files.isRegularFile(written)) {
			return report;
		}
		try {
			return Files.move(written, report);
		} catch (IOException e) {
			System.getLogger(WorkerConnection.class.getName()).log(System.Logger.Level.DEBUG, "cannot keep " + written,
					e);
			return written;
		}
	}

	private boolean kill() throws InterruptedException {
		return process.destroyForcibly().waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS);
	}

	/** What makes conditions ready. */
	@FunctionalInterface
	interface Preparation {
		Request.Prepare under(long call) throws ProblemException;
	}

	/**
	 * Makes ready for evaluations under some conditions, unless that was done.
	 *
	 * @return what computes; empty when nothing was started
	 */
	String prepare(int conditions, Preparation preparation, Cancellation cancellation)
			throws WorkerDiedException, ProblemException {
		CompletableFuture<Optional<Answer>> answer;
		synchronized (this) {
			answer = prepared.get(conditions);
		}
		if (answer == null) {
			Request.Prepare request = preparation.under(numbers.incrementAndGet());
			CompletableFuture<Optional<Answer>> fresh = new CompletableFuture<>();
			synchronized (this) {
				answer = prepared.get(conditions);
				if (answer == null) {
					// first, as it fails when the process is dead: nobody else shall wait for what was not asked
					begin(request.call(), new Call(fresh, Optional.empty()));
					prepared.put(conditions, fresh);
				}
			}
			if (answer == null) {
				answer = fresh;
				// a process that is still starting reads nothing, and a minibatch is more than a pipe holds
				Thread.ofPlatform().name("trainless-worker-requests").daemon().start(() -> ask(request));
			}
		}
		return ((Answer.Ready) await(answer, cancellation)).engine();
	}

	/** Who waits for the answer would wait for ever if nothing were asked. */
	private void ask(Request.Prepare request) {
		try {
			send(request);
		} catch (RuntimeException | OutOfMemoryError e) {
			Call call;
			synchronized (this) {
				call = calls.remove(request.call());
			}
			if (call != null) {
				call.answer()
						.completeExceptionally(new ProblemException(Problem.error("too-large",
								"the minibatch" + request.minibatch().map(m -> " of " + m.size() + " images").orElse("")
										+ " cannot be handed to the process that evaluates: " + e.getMessage(),
								"use a smaller batch"), e));
			}
		}
	}

	Answer.Scores evaluate(int conditions, String architecture, String description, Cancellation cancellation)
			throws WorkerDiedException, ProblemException {
		CompletableFuture<Optional<Answer>> answer = new CompletableFuture<>();
		long call = numbers.incrementAndGet();
		synchronized (this) {
			begin(call, new Call(answer, Optional.of(description)));
		}
		send(new Request.Evaluate(call, conditions, architecture));
		return (Answer.Scores) await(answer, cancellation);
	}

	void forget(int conditions) {
		synchronized (this) {
			if (prepared.remove(conditions) == null || death != null) {
				return;
			}
		}
		send(new Request.Forget(conditions));
	}

	private void begin(long call, Call begun) throws WorkerDiedException {
		if (death != null) {
			throw death;
		}
		calls.put(call, begun);
	}

	private void send(Request request) {
		try {
			Frames.write(requests, request::write);
		} catch (IOException e) {
			// nobody reads any more: the end of the answers, which comes too, says so to all who wait
			System.getLogger(WorkerConnection.class.getName()).log(System.Logger.Level.DEBUG, "cannot ask", e);
		}
	}

	private Answer await(CompletableFuture<Optional<Answer>> answer, Cancellation cancellation)
			throws WorkerDiedException, ProblemException {
		Optional<Answer> given = cancellation.await(answer);
		if (given.isEmpty()) {
			synchronized (this) {
				throw death;
			}
		}
		return worked(given.get());
	}

	private static Answer worked(Answer answer) {
		if (answer instanceof Answer.Failed failed) {
			if (failed.reach() == Answer.Reach.ENGINE) {
				throw new EngineUnavailableException(failed.what(), null);
			}
			throw new EvaluationFailure(failed.what(), false);
		}
		return answer;
	}

	/** Ends it, whatever it is doing: it has nothing that could be lost. */
	@Override
	public void close() {
		isNews();
		try {
			kill();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
