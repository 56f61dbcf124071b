/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.trainless.api.run.Cancellation;

/**
 * Ctrl-C: the first asks the work to end and waits until what is written is whole, then the process ends with 130.
 */
final class Interruption implements Cancellation {
	private static final long PATIENCE_SECONDS = 20;

	private final CountDownLatch done = new CountDownLatch(1);
	private volatile boolean interrupted;

	void arm() {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			interrupted = true;
			try {
				done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}, "trainless-interruption"));
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
