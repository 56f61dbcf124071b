/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.space.Task;
import org.trainless.core.testing.Installation;

/** What a worker answers, asked within this process. */
@Timeout(60)
class WorkerTest {
	private final PipedOutputStream requests = new PipedOutputStream();
	private final PipedInputStream answers = new PipedInputStream(1 << 16);
	private Installation installation;
	private Thread serving;

	@BeforeEach
	void serve() throws IOException {
		installation = new Installation();
		PipedInputStream in = new PipedInputStream(requests, 1 << 16);
		PipedOutputStream out = new PipedOutputStream(answers);
		Worker worker = new Worker(installation.contributions, installation.engine);
		serving = Thread.ofPlatform().daemon().start(() -> {
			try {
				worker.serve(in, out);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	@AfterEach
	void end() throws Exception {
		requests.close();
		serving.join();
	}

	private void ask(Request request) throws IOException {
		Frames.write(requests, request::write);
	}

	private Answer answer() throws IOException {
		return Frames.read(answers, Answer::read).orElseThrow();
	}

	private Request.Prepare prepare(long call, int conditions, String passes) {
		return new Request.Prepare(call, conditions, passes, "nats-tss", Task.CIFAR10,
				List.of(new Selection(ContributionKind.PROXY, "l2_norm", Parameters.EMPTY)), 1, Optional.empty());
	}

	@Test
	void whatWasForgottenIsKnownNoMore() throws Exception {
		String cell = installation.space().at(7).text();
		ask(prepare(1, 5, installation.engine.runners().version()));
		assertInstanceOf(Answer.Ready.class, answer());
		ask(new Request.Evaluate(2, 5, cell));
		assertEquals(1, assertInstanceOf(Answer.Scores.class, answer()).scores().size());
		ask(new Request.Forget(5));
		ask(new Request.Evaluate(3, 5, cell));
		Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer());
		assertEquals(Answer.Reach.EVALUATION, failed.reach());
		assertTrue(failed.what().contains("conditions 5"), failed.what());
	}

	@Test
	void otherPassesThanItsOwnAreRefused() throws Exception {
		ask(prepare(1, 5, "passes of tomorrow"));
		Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer());
		assertEquals(Answer.Reach.ENGINE, failed.reach());
		assertTrue(failed.what().contains("passes of tomorrow")
				&& failed.what().contains(installation.engine.runners().version()), failed.what());
	}
}
