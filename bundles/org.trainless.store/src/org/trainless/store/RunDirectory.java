/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;

/**
 * All that a run leaves behind, held by one process until it is closed:
 * <ul>
 * <li>{@code resolved.nas.yaml}: the experiment with all its defaults,
 * <li>{@code provenance.json}: what is needed to produce it again,
 * <li>{@code trials.jsonl}: every trial, append-only,
 * <li>{@code summary.csv}, {@code report.html} and what other exporters write, once it has finished.
 * </ul>
 * Every file but the log is written beside its place and then moved there: it is whole or absent.
 */
public final class RunDirectory implements AutoCloseable {
	/** The experiment as it was run. */
	public static final String EXPERIMENT = "resolved.nas.yaml";
	/** What is needed to produce the run again. */
	public static final String PROVENANCE = "provenance.json";
	/** The log of trials. */
	public static final String TRIALS = "trials.jsonl";
	/** Written last: its presence says that the run finished. */
	public static final String FINISHED = "summary.csv";

	private static final TypeToken<Map<String, Object>> FACTS = new TypeToken<>() {
	};
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private final Path path;
	private final RunLock lock;
	private final List<Trial> earlier;
	private final TrialLog log;

	private RunDirectory(Path path, RunLock lock, TrialLog.Content content) throws IOException {
		this.path = path;
		this.lock = lock;
		this.earlier = content.trials();
		this.log = new TrialLog(path.resolve(TRIALS), content.validBytes());
	}

	/**
	 * Begins a run, or takes up one that was interrupted.
	 *
	 * @param path       the directory; made when absent
	 * @param experiment canonical text of the experiment
	 * @param provenance what is needed to produce the run again
	 * @param resume     true to take up a run that is there; begins it when it is not
	 * @return the directory, locked
	 * @throws ProblemException when a run is there and {@code resume} is false, when it is of another experiment, when
	 *                          another process holds it, when its log is damaged, or when the directory cannot be
	 *                          written
	 */
	public static RunDirectory begin(Path path, String experiment, Map<String, Object> provenance, boolean resume)
			throws ProblemException {
		try {
			if (Files.exists(path) && !Files.isDirectory(path)) {
				throw new ProblemException(Problem
						.error("unwritable", "this is a file, not a run directory", "give another directory with --out")
						.in(path.toString()));
			}
			Files.createDirectories(path);
			RunLock lock = RunLock.take(path);
			try {
				return begin(path, lock, experiment, provenance, resume);
			} catch (IOException | ProblemException | RuntimeException e) {
				lock.close();
				throw e;
			}
		} catch (IOException e) {
			throw unwritable(path, e);
		}
	}

	private static RunDirectory begin(Path path, RunLock lock, String experiment, Map<String, Object> provenance,
			boolean resume) throws IOException, ProblemException {
		Path known = path.resolve(EXPERIMENT);
		if (Files.exists(known) || Files.exists(path.resolve(TRIALS))) {
			if (!resume) {
				throw new ProblemException(Problem
						.error("run-exists", "there is a run in this directory",
								"add --resume to complete it, or give another directory with --out")
						.in(path.toString()));
			}
			if (Files.exists(known) && !Files.readString(known).equals(experiment)) {
				throw new ProblemException(Problem.error("other-experiment",
						"the run in this directory is of another experiment, or the experiment was changed since",
						"give another directory with --out").in(path.toString()));
			}
		}
		RunDirectory directory = new RunDirectory(path, lock, TrialLog.read(path.resolve(TRIALS)));
		if (!Files.exists(known)) {
			directory.writeProvenance(provenance);
			directory.write(EXPERIMENT, out -> out.write(experiment.getBytes(StandardCharsets.UTF_8)));
		}
		return directory;
	}

	/**
	 * @return where it lies
	 */
	public Path path() {
		return path;
	}

	/**
	 * @return the trials that were there when the run was taken up, in the order written
	 */
	public List<Trial> earlierTrials() {
		return earlier;
	}

	/**
	 * @return the log, to add to
	 */
	public TrialLog log() {
		return log;
	}

	/**
	 * @return what was last written of what is needed to produce the run again; numbers are {@code Double}
	 * @throws ProblemException when it cannot be read
	 */
	public Map<String, Object> provenance() throws ProblemException {
		Path file = path.resolve(PROVENANCE);
		try {
			Map<String, Object> facts = GSON.fromJson(Files.readString(file), FACTS);
			return facts == null ? Map.of() : facts;
		} catch (IOException | JsonParseException e) {
			throw new ProblemException(
					Problem.error("damaged-run", "cannot be read: " + e.getMessage(),
							"restore the file from a copy, or delete the run and start it anew").in(file.toString()),
					e);
		}
	}

	/**
	 * @param facts what is needed to produce the run again
	 * @throws ProblemException when it cannot be written
	 */
	public void writeProvenance(Map<String, Object> facts) throws ProblemException {
		write(PROVENANCE, out -> out.write(GSON.toJson(facts).getBytes(StandardCharsets.UTF_8)));
	}

	/** What writes a file. */
	@FunctionalInterface
	public interface Writer {
		/**
		 * @param out where to; closed by the caller
		 * @throws IOException      when it cannot
		 * @throws ProblemException when there is nothing to write, with the reason
		 */
		void write(OutputStream out) throws IOException, ProblemException;
	}

	/**
	 * Writes a file so that it is whole or absent.
	 *
	 * @param name   of the file in the directory
	 * @param writer what writes it
	 * @throws ProblemException when it cannot be written
	 */
	public void write(String name, Writer writer) throws ProblemException {
		writeWhole(path.resolve(name), writer);
	}

	/**
	 * Writes any file so that it is whole or absent: beside its place, forced to the disk, then moved there. A symbolic
	 * link stays one. What is neither file nor folder, such as a pipe, is written to as it is.
	 *
	 * @param file   the file
	 * @param writer what writes it
	 * @throws ProblemException when it cannot be written
	 */
	public static void writeWhole(Path file, Writer writer) throws ProblemException {
		if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
			try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
				writer.write(out);
			} catch (IOException e) {
				throw unwritable(file, e);
			}
			return;
		}
		Path place = place(file);
		Path part = place.resolveSibling(place.getFileName() + ".part");
		try {
			try (OutputStream out = Files.newOutputStream(part)) {
				writer.write(out);
			}
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
			Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			discard(part, e);
			throw unwritable(file, e);
		} catch (ProblemException | RuntimeException e) {
			discard(part, e);
			throw e;
		}
	}

	private static Path place(Path file) throws ProblemException {
		try {
			return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
		} catch (IOException e) {
			throw unwritable(file, e);
		}
	}

	private static void discard(Path part, Exception failure) {
		try {
			Files.deleteIfExists(part);
		} catch (IOException left) {
			failure.addSuppressed(left);
		}
	}

	private static ProblemException unwritable(Path path, IOException e) {
		String what = switch (e) {
		case NoSuchFileException missing when !Files.isDirectory(path.toAbsolutePath().getParent()) ->
			"there is no folder " + path.toAbsolutePath().getParent();
		case NoSuchFileException missing -> "the folder takes no such file";
		case AccessDeniedException denied -> "permission denied";
		case FileSystemException other when other.getReason() != null -> other.getReason();
		default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
		};
		return new ProblemException(Problem
				.error("unwritable", "cannot be written: " + what, "free space, check permissions, or write elsewhere")
				.in(path.toString()), e);
	}

	/**
	 * Reads the trials of any run, held or not.
	 *
	 * @param path the run directory
	 * @return its complete trials, in the order written
	 * @throws ProblemException when the log is missing, damaged or of a newer version
	 */
	public static List<Trial> trials(Path path) throws ProblemException {
		try {
			return TrialLog.read(path.resolve(TRIALS)).trials();
		} catch (IOException e) {
			throw new ProblemException(Problem
					.error("unreadable", "cannot be read: " + e.getMessage(), "check that it is there and may be read")
					.in(path.toString()), e);
		}
	}

	/**
	 * Finds runs.
	 *
	 * @param folder where to look; runs are its direct sub-folders, or itself
	 * @return what is there, sorted by name
	 * @throws ProblemException when the folder cannot be read
	 */
	public static List<RunInfo> list(Path folder) throws ProblemException {
		try {
			if (Files.exists(folder.resolve(EXPERIMENT))) {
				return List.of(RunInfo.of(folder));
			}
			if (!Files.isDirectory(folder)) {
				return List.of();
			}
			try (Stream<Path> children = Files.list(folder)) {
				List<Path> runs = children.filter(p -> Files.exists(p.resolve(EXPERIMENT))).sorted().toList();
				List<RunInfo> infos = new ArrayList<>();
				for (Path run : runs) {
					infos.add(RunInfo.of(run));
				}
				return infos;
			}
		} catch (IOException e) {
			throw new ProblemException(Problem
					.error("unreadable", "cannot be read: " + e.getMessage(), "check that it is there and may be read")
					.in(folder.toString()), e);
		}
	}

	@Override
	public void close() throws IOException {
		try (lock) {
			log.close();
		}
	}
}
