/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;

/**
 * Looks on at a run from outside, whoever makes it: each look gives the trials that were added since the last one. It
 * holds nothing open and locks nothing for longer than a look takes. Not thread-safe.
 */
public final class RunFollower {
	private static final TypeToken<Map<String, Object>> FACTS = new TypeToken<>() {
	};
	private static final int CHUNK = 1 << 20;
	/** A look takes no more than this at once, so that whoever looks on at a long run sees it grow. */
	private static final int MOST_BYTES_A_LOOK = 16 << 20;

	private final Path directory;
	private final ByteArrayOutputStream torn = new ByteArrayOutputStream();
	private long offset;
	private int lines;

	/**
	 * How a run directory stands.
	 */
	public enum State {
		/** It is not there (any more). */
		MISSING,
		/** A living process works on it. */
		RUNNING,
		/** It came to its end. */
		FINISHED,
		/** It ended before its end; resuming completes it. */
		INTERRUPTED
	}

	/**
	 * What a look found.
	 *
	 * @param state     how the run stands
	 * @param restarted true when the log does not continue what was seen before: forget that
	 * @param added     trials that were added, in the order written
	 * @param complete  false when there is more to be read at once
	 */
	public record Look(State state, boolean restarted, List<Trial> added, boolean complete) {
		public Look {
			added = List.copyOf(added);
		}
	}

	/**
	 * @param directory a run directory; it may not be there yet
	 */
	public RunFollower(Path directory) {
		this.directory = directory;
	}

	/**
	 * @return what was added since the last look
	 * @throws ProblemException when a line of the log is not a trial, when the log is of a newer version, or when it
	 *                          cannot be read
	 */
	public Look look() throws ProblemException {
		Path log = directory.resolve(RunDirectory.TRIALS);
		try {
			// asked before the log is read: when it says that the run has ended, nothing is added any more
			State state = state();
			if (!Files.exists(log)) {
				boolean forget = offset > 0;
				restart();
				return new Look(state, forget, List.of(), true);
			}
			try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
				long size = channel.size();
				// a torn line that was seen may be dropped when a run is resumed; complete lines never are
				boolean restarted = size < offset;
				if (restarted) {
					restart();
				} else if (size < offset + torn.size()) {
					torn.reset();
				}
				List<Trial> added = read(channel, log);
				return new Look(state, restarted, added, offset + torn.size() >= channel.size());
			}
		} catch (NoSuchFileException e) {
			boolean forget = offset > 0;
			restart();
			return new Look(State.MISSING, forget, List.of(), true);
		} catch (IOException e) {
			throw new ProblemException(Problem.error("unreadable", "cannot be read: " + e.getMessage(),
					"check permissions and the disk, then open the run again").in(log.toString()), e);
		}
	}

	private void restart() {
		offset = 0;
		lines = 0;
		torn.reset();
	}

	private List<Trial> read(FileChannel channel, Path log) throws IOException, ProblemException {
		List<Trial> trials = new ArrayList<>();
		ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
		int taken = 0;
		while (taken < MOST_BYTES_A_LOOK) {
			chunk.clear();
			int length = channel.read(chunk, offset + torn.size());
			if (length <= 0) {
				break;
			}
			taken += length;
			int start = 0;
			for (int i = 0; i < length; i++) {
				if (chunk.array()[i] == '\n') {
					torn.write(chunk.array(), start, i - start);
					start = i + 1;
					try {
						trials.add(TrialLines.read(torn.toString(StandardCharsets.UTF_8), log.toString(), lines + 1));
					} catch (ProblemException e) {
						torn.reset();
						if (trials.isEmpty()) {
							throw e;
						}
						// those before it are told first; the next look begins with this line
						return trials;
					}
					lines++;
					offset += torn.size() + 1;
					torn.reset();
				}
			}
			torn.write(chunk.array(), start, length - start);
		}
		return trials;
	}

	/**
	 * @return how the run stands now
	 * @throws IOException when the directory cannot be read
	 */
	public State state() throws IOException {
		if (!Files.exists(directory.resolve(RunDirectory.EXPERIMENT))) {
			return Files.isDirectory(directory) && RunLock.isHeld(directory) ? State.RUNNING : State.MISSING;
		}
		if (RunLock.isHeld(directory)) {
			return State.RUNNING;
		}
		return Files.exists(directory.resolve(RunDirectory.FINISHED)) ? State.FINISHED : State.INTERRUPTED;
	}

	/**
	 * @return what the run says of itself; empty before it has begun; numbers are {@code Double}
	 * @throws ProblemException when it cannot be read
	 */
	public Map<String, Object> facts() throws ProblemException {
		Path file = directory.resolve(RunDirectory.PROVENANCE);
		try {
			Map<String, Object> facts = new Gson().fromJson(Files.readString(file), FACTS);
			return facts == null ? Map.of() : facts;
		} catch (NoSuchFileException e) {
			return Map.of();
		} catch (IOException | JsonParseException e) {
			throw new ProblemException(
					Problem.error("damaged-run", "cannot be read: " + e.getMessage(),
							"restore the file from a copy, or delete the run and start it anew").in(file.toString()),
					e);
		}
	}
}
