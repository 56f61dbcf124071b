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
	private final FileChannel channel;
	private final FileLock lock;

	private RunLock(FileChannel channel, FileLock lock) {
		this.channel = channel;
		this.lock = lock;
	}

	static RunLock take(Path directory) throws IOException, ProblemException {
		FileChannel channel = FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
		} catch (OverlappingFileLockException e) {
			// held by this very process: as good as held by another
		}
		if (lock == null) {
			channel.close();
			throw new ProblemException(Problem.error("locked", "the run is in use by " + holder(directory),
					"wait for it to end, or give another directory with --out").in(directory.toString()));
		}
		Files.writeString(holderFile(directory), "process " + ProcessHandle.current().pid() + " on " + host()
				+ " since " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
		return new RunLock(channel, lock);
	}

	/** Whether a living process holds the directory. Takes the lock for a moment where it is free. */
	static boolean isHeld(Path directory) throws IOException {
		Path file = directory.resolve(".lock");
		if (!Files.exists(file)) {
			return false;
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock()) {
			return lock == null;
		} catch (OverlappingFileLockException e) {
			return true;
		}
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
			lock.release();
		}
	}
}
