/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.trainless.api.run.Cancellation;

/**
 * Ctrl-C: the first asks the work to end. When it is writing, the process waits until what is written is whole; a
 * command that only reads has nothing to lose, and may be in the middle of a file that takes as long as it likes.
 */
final class Interruption implements Cancellation {
	private static final long PATIENCE_SECONDS = 20;

	private final CountDownLatch done = new CountDownLatch(1);
	private volatile boolean interrupted;
	// guarded by this object's lock
	private boolean writing;

	/**
	 * @param atOnce what to do before the process ends without waiting for the command
	 */
	void arm(Runnable atOnce) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			if (interruptWriting()) {
				awaitDone();
			} else if (done.getCount() > 0) {
				atOnce.run();
			}
		}, "trainless-interruption"));
	}

	private synchronized boolean interruptWriting() {
		interrupted = true;
		return writing;
	}

	private void awaitDone() {
		try {
			done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Says that from now on the command writes files, whose end is waited for.
	 *
	 * @throws CancellationException when it must not begin
	 */
	synchronized void writes() {
		if (interrupted) {
			throw new CancellationException();
		}
		writing = true;
	}

	void interrupt() {
		interrupted = true;
	}

	void workDone() {
		done.countDown();
	}

	@Override
	public boolean isCancelled() {
		return interrupted;
	}
}
