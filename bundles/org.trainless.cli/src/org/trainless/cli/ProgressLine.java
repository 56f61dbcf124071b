/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.time.Duration;

import org.trainless.api.problem.Problem;
import org.trainless.core.run.RunListener;
import org.trainless.core.run.RunProgress;

/** Progress with rate and time left: one line that is rewritten on a terminal, a plain line now and then otherwise. */
final class ProgressLine implements RunListener {
	private static final long TERMINAL_NANOS = Duration.ofMillis(200).toNanos();
	private static final long PLAIN_NANOS = Duration.ofSeconds(15).toNanos();
	private static final int WIDTH = 30;

	private final Terminal terminal;
	private long last = System.nanoTime();
	private boolean open;

	ProgressLine(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public synchronized void progress(RunProgress progress) {
		long now = System.nanoTime();
		boolean complete = progress.done() == progress.total();
		if (!complete && now - last < (terminal.interactive() ? TERMINAL_NANOS : PLAIN_NANOS)) {
			return;
		}
		last = now;
		if (terminal.interactive()) {
			terminal.err().print("\r" + bar(progress) + text(progress) + "   ");
			terminal.err().flush();
			open = true;
		} else {
			terminal.err().println(text(progress));
		}
	}

	@Override
	public synchronized void problem(Problem problem) {
		end();
		terminal.err().println(problem.toLine());
	}

	synchronized void end() {
		if (open) {
			terminal.err().println();
			open = false;
		}
	}

	private static String bar(RunProgress progress) {
		if (progress.total() <= 0) {
			return "";
		}
		int filled = (int) Math.min(WIDTH, WIDTH * progress.done() / progress.total());
		return "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
	}

	static String text(RunProgress progress) {
		StringBuilder text = new StringBuilder().append(progress.done());
		if (progress.total() >= 0) {
			text.append(" of ").append(progress.total());
		}
		text.append(" evaluations, ").append(String.format(java.util.Locale.ROOT, "%.1f/s", progress.perSecond()));
		progress.secondsLeft().ifPresent(s -> text.append(", ").append(duration(s)).append(" left"));
		return text.toString();
	}

	static String duration(double seconds) {
		long whole = Math.round(seconds);
		if (whole < 60) {
			return whole + " s";
		}
		return whole < 3600 ? whole / 60 + " min " + whole % 60 + " s"
				: whole / 3600 + " h " + whole % 3600 / 60 + " min";
	}
}
