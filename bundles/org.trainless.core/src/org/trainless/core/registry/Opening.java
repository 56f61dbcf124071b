/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;

/**
 * Opens what may take long to open: a folder of many images, a disk that is far away. It happens in a thread of its
 * own, so that a cancellation is heard whatever the code of a contribution is busy with.
 */
public final class Opening {
	private static final System.Logger LOG = System.getLogger(Opening.class.getName());

	/**
	 * Opens something.
	 *
	 * @param <T> what
	 */
	@FunctionalInterface
	public interface Source<T extends AutoCloseable> {
		/**
		 * @return what was opened
		 * @throws ProblemException when it cannot be opened
		 */
		T open() throws ProblemException;
	}

	private Opening() {
	}

	/**
	 * @param <T>          what is opened
	 * @param source       opens it, in another thread
	 * @param cancellation asked while waiting
	 * @return what was opened, to be closed by the caller
	 * @throws ProblemException      when it cannot be opened
	 * @throws CancellationException when cancelled; what is opened after that is closed at once
	 */
	public static <T extends AutoCloseable> T of(Source<T> source, Cancellation cancellation) throws ProblemException {
		CompletableFuture<T> opened = new CompletableFuture<>();
		Thread.ofPlatform().name("trainless-opening").daemon().start(() -> open(source, opened));
		try {
			return cancellation.await(opened);
		} catch (ProblemException | RuntimeException | Error e) {
			if (!opened.cancel(false) && !opened.isCompletedExceptionally()) {
				close(opened.join());
			}
			throw e;
		}
	}

	private static <T extends AutoCloseable> void open(Source<T> source, CompletableFuture<T> opened) {
		try {
			T resource = source.open();
			if (!opened.complete(resource)) {
				close(resource);
			}
		} catch (ProblemException | RuntimeException | Error e) {
			opened.completeExceptionally(e);
		}
	}

	/** What was only read loses nothing when closing fails. */
	private static void close(AutoCloseable unwanted) {
		try {
			unwanted.close();
		} catch (Exception e) {
			LOG.log(System.Logger.Level.WARNING, "could not close " + unwanted, e);
		}
	}
}
