/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a process came to its end that nobody had asked to end.
 *
 * @param cause  in a word or two, the same whenever the same happens, for example {@code SIGSEGV}
 * @param report what the Java runtime wrote about it, if it did
 */
record Death(String cause, Optional<Path> report) {
	/** A process that a signal ended has this plus the number of the signal as its exit code. */
	private static final int SIGNALLED = 128;
	private static final Map<Integer, String> SIGNALS = Map.of(1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6,
			"SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");
	/** The head of a report has the signal in a line of its own; what follows, addresses, differs each time. */
	private static final Pattern SIGNAL = Pattern.compile("#\\s+((?:SIG|EXCEPTION_)[A-Z0-9_]+)\\b.*");
	private static final Pattern MEMORY = Pattern.compile("#.*insufficient memory for the Java Runtime.*");
	private static final int HEAD = 20;
	private static final String LACK_OF_MEMORY = "lack of memory";

	/**
	 * @param exitCode of the process
	 * @param report   where the Java runtime writes its report; there need be none
	 * @return how it ended
	 */
	static Death of(int exitCode, Path report) {
		if (!Files.isRegularFile(report)) {
			return new Death(cause(exitCode), Optional.empty());
		}
		return new Death(reported(report).orElseGet(() -> cause(exitCode)), Optional.of(report));
	}

	/** The runtime ends by a signal or code of its own once it has written about the one that it got. */
	private static Optional<String> reported(Path report) {
		try (Stream<String> lines = Files.lines(report, StandardCharsets.ISO_8859_1)) {
			List<String> head = lines.limit(HEAD).toList();
			Optional<String> signal = head.stream().map(SIGNAL::matcher).filter(Matcher::matches).map(m -> m.group(1))
					.findFirst();
			return signal.or(
					() -> head.stream().filter(l -> MEMORY.matcher(l).matches()).findFirst().map(l -> LACK_OF_MEMORY));
		} catch (IOException | UncheckedIOException e) {
			return Optional.empty();
		}
	}

	private static String cause(int exitCode) {
		String signal = SIGNALS.get(exitCode - SIGNALLED);
		if (signal != null) {
			return signal;
		}
		// Windows gives the status of the exception
		return "exit code " + (exitCode >= 0 && exitCode < 2 * SIGNALLED ? Integer.toString(exitCode)
				: String.format(java.util.Locale.ROOT, "0x%08X", exitCode));
	}

	/**
	 * @return true when it wanted more memory than there was
	 */
	boolean isOfMemory() {
		return cause.equals(LACK_OF_MEMORY) || cause.startsWith(OutOfMemoryError.class.getName());
	}

	/**
	 * @return the cause, and where more is found
	 */
	String text() {
		return cause + report.map(r -> " (report in " + r + ")").orElse("");
	}
}
