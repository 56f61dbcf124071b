/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.trainless.engine.fast.VectorModule;

class WorkerErrorsTest {
	private static final Duration LONG = Duration.ofMinutes(1);

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** A worker of which only standard error is of interest. */
	private static final class Worker extends Process {
		private final InputStream errors;

		Worker(InputStream errors) {
			this.errors = errors;
		}

		@Override
		public InputStream getErrorStream() {
			return errors;
		}

		@Override
		public InputStream getInputStream() {
			return InputStream.nullInputStream();
		}

		@Override
		public OutputStream getOutputStream() {
			return OutputStream.nullOutputStream();
		}

		@Override
		public int waitFor() {
			return 0;
		}

		@Override
		public int exitValue() {
			return 0;
		}

		@Override
		public void destroy() {
			// it is no real one
		}
	}

	/** Says nothing until a thread waits, or is over. */
	private static InputStream onceWaiting(Thread thread, String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
			@Override
			public synchronized int read(byte[] bytes, int offset, int length) {
				while (thread.getState() == Thread.State.RUNNABLE) {
					Thread.onSpinWait();
				}
				return super.read(bytes, offset, length);
			}
		};
	}

	@Test
	void whatAWorkerSaidLastIsPassedOnBeforeTheEnd() {
		WorkerErrors errors = new WorkerErrors(out, LONG);
		errors.passOn(new Worker(onceWaiting(Thread.currentThread(), "first\nlast\n")));
		errors.close();
		assertEquals(String.format("first%nlast%n"), out.toString(StandardCharsets.UTF_8));
	}

	@Test
	void itIsReadAndWrittenInTheEncodingThatWorkersAreToldToUse() {
		WorkerErrors errors = new WorkerErrors(out, LONG);
		errors.passOn(new Worker(new ByteArrayInputStream(
				(VectorModule.WARNING + "\ngr\u00f6\u00dfe \u6587\n").getBytes(StandardCharsets.UTF_8))));
		errors.close();
		assertEquals(String.format("gr\u00f6\u00dfe \u6587%n"), out.toString(StandardCharsets.UTF_8));
	}

	@Test
	void whoeverHoldsTheStreamOfAWorkerDoesNotHoldTheEnd() {
		CountDownLatch held = new CountDownLatch(1);
		InputStream never = new InputStream() {
			@Override
			public int read() {
				try {
					held.await();
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				return -1;
			}
		};
		try {
			WorkerErrors errors = new WorkerErrors(out, Duration.ofMillis(10));
			errors.passOn(new Worker(never));
			assertTimeoutPreemptively(LONG, errors::close);
		} finally {
			held.countDown();
		}
	}
}
