/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;

/**
 * The append-only log of a run. Each trial is handed to the operating system before {@link #append(Trial)} returns, so
 * that a killed process loses none. While trials come it is forced to the disk once a second, so that a power cut loses
 * no more than came in a second. Thread-safe.
 */
public final class TrialLog implements AutoCloseable {
	private static final long FORCE_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final FileChannel channel;
	private long forced = System.nanoTime();
	private boolean dirty;

	TrialLog(Path file, long validBytes) throws IOException {
		channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		channel.truncate(validBytes);
		channel.position(validBytes);
	}

	/**
	 * @param trial what to add
	 * @throws IOException when it cannot be written; then the log ends with the trial before
	 */
	public synchronized void append(Trial trial) throws IOException {
		ByteBuffer line = ByteBuffer.wrap((TrialLines.write(trial) + "\n").getBytes(StandardCharsets.UTF_8));
		long before = channel.position();
		try {
			while (line.hasRemaining()) {
				channel.write(line);
			}
		} catch (IOException e) {
			dropTorn(before, e);
			throw e;
		}
		dirty = true;
		if (System.nanoTime() - forced >= FORCE_NANOS) {
			force();
		}
	}

	private void dropTorn(long before, IOException failure) {
		try {
			channel.truncate(before);
		} catch (IOException e) {
			failure.addSuppressed(e);
		}
	}

	/**
	 * Forces what was added to the disk.
	 *
	 * @throws IOException when that fails
	 */
	public synchronized void flush() throws IOException {
		if (dirty) {
			force();
		}
	}

	private void force() throws IOException {
		channel.force(false);
		forced = System.nanoTime();
		dirty = false;
	}

	@Override
	public synchronized void close() throws IOException {
		if (channel.isOpen()) {
			try (channel) {
				if (dirty) {
					force();
				}
			}
		}
	}

	/**
	 * What a log holds.
	 *
	 * @param trials     the trials in the order written
	 * @param validBytes length of the complete lines; what follows is a line torn by a crash
	 */
	record Content(List<Trial> trials, long validBytes) {
	}

	static Content read(Path file) throws IOException, ProblemException {
		if (!Files.exists(file)) {
			return new Content(List.of(), 0);
		}
		byte[] bytes = Files.readAllBytes(file);
		List<Trial> trials = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] == '\n') {
				String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
				trials.add(TrialLines.read(line, file.toString(), trials.size() + 1));
				start = i + 1;
			}
		}
		return new Content(List.copyOf(trials), start);
	}
}
