/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * Keeps a run directory for one process. The operating system's file lock decides, so that a killed process leaves
 * nothing locked; a second file only tells people who holds it.
 */
final class RunLock implements AutoCloseable {
	private static final int ATTEMPTS = 10;
	private static final int PAUSE_MILLIS = 30;

	private final Path directory;
	private final FileChannel channel;
	private final FileLock lock;

	private RunLock(Path directory, FileChannel channel, FileLock lock) {
		this.directory = directory;
		this.channel = channel;
		this.lock = lock;
	}

	static RunLock take(Path directory) throws IOException, ProblemException {
		FileChannel channel = FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		FileLock lock = lock(channel);
		if (lock == null) {
			channel.close();
			throw new ProblemException(Problem.error("locked", "the run is in use by " + holder(directory),
					"wait for it to end, or give another directory with --out").in(directory.toString()));
		}
		Files.writeString(holderFile(directory), self() + " since " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
		return new RunLock(directory, channel, lock);
	}

	/** Somebody who asks whether the lock is free holds it for a moment: so it is tried more than once. */
	private static FileLock lock(FileChannel channel) throws IOException {
		for (int i = 0; i < ATTEMPTS; i++) {
			try {
				FileLock lock = channel.tryLock();
				if (lock != null) {
					return lock;
				}
				Thread.sleep(PAUSE_MILLIS);
			} catch (OverlappingFileLockException e) {
				// held by this very process: as good as held by another
				return null;
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return null;
			}
		}
		return null;
	}

	/** Whether a living process holds the directory. Takes the lock for a moment where it is free. */
	static boolean isHeld(Path directory) throws IOException {
		Path file = directory.resolve(".lock");
		if (!Files.exists(file)) {
			return false;
		}
		if (holder(directory).startsWith(self())) {
			// closing any channel of a file gives up all locks that this process has on it, so it is not opened
			return true;
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock()) {
			return lock == null;
		} catch (OverlappingFileLockException e) {
			return true;
		}
	}

	private static String self() {
		return "process " + ProcessHandle.current().pid() + " on " + host();
	}

	private static Path holderFile(Path directory) {
		return directory.resolve(".holder");
	}

	private static String holder(Path directory) throws IOException {
		Path file = holderFile(directory);
		return Files.exists(file) ? Files.readString(file) : "another process";
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		} catch (IOException e) {
			return "this machine";
		}
	}

	@Override
	public void close() throws IOException {
		try (channel) {
			Files.deleteIfExists(holderFile(directory));
			lock.release();
		}
	}
}
