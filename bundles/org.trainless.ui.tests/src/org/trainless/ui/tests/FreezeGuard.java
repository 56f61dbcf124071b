/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test in which the window froze for more than half a second in code of ours, as the platform's own monitor
 * sees it. Time in which the window's thread could have run, but other threads had the processors, is no fault of the
 * window, and is taken off.
 */
final class FreezeGuard implements BeforeEachCallback, AfterEachCallback {
	private static final String MONITOR = "org.eclipse.ui.monitoring";
	private static final String ENABLED = "monitoring_enabled";
	/** Stacks that name one of these are ours; the tests' own frames are below every event that they send. */
	private static final String OURS = "org.trainless.";
	private static final String TESTS = "org.trainless.ui.tests.";

	private static final Pattern SECONDS = Pattern.compile("(\\d+)[.,](\\d+)s");
	private static final double MOST_SECONDS = 0.5;

	private final List<String> freezes = new CopyOnWriteArrayList<>();
	private final ILogListener listener = this::logged;
	private RunQueue queue;

	@Override
	public void beforeEach(ExtensionContext context) {
		// the monitor does not start in development mode, which tests run in; switching the preference starts it
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(MONITOR);
		node.putBoolean(ENABLED, false);
		Window.until("the monitor has ended", () -> !isMonitored());
		node.putBoolean(ENABLED, true);
		Window.until("the monitor has started", FreezeGuard::isMonitored);
		freezes.clear();
		queue = RunQueue.ofThisThread();
		Platform.addLogListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Window.settle();
		Platform.removeLogListener(listener);
		queue.close();
		assertEquals(List.of(), freezes, "the window froze");
	}

	private static boolean isMonitored() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().contains("Event Loop Monitor"));
	}

	private void logged(IStatus status, String plugin) {
		if (!MONITOR.equals(status.getPlugin()) || status.getSeverity() != IStatus.ERROR) {
			return;
		}
		double seconds = seconds(status.getMessage());
		double waited = queue.secondsOfTheLast(seconds);
		if (seconds - waited <= MOST_SECONDS) {
			return;
		}
		for (IStatus sample : status.getChildren()) {
			Throwable stack = sample.getException();
			if (stack != null && isOurs(stack)) {
				freezes.add(status.getMessage() + " (" + waited + " s of it for want of a processor)\n" + String.join(
						"\n",
						Arrays.stream(stack.getStackTrace()).limit(40).map(StackTraceElement::toString).toList()));
				return;
			}
		}
	}

	/** How long a freeze was by the monitor's message; one that does not say is one. */
	static double seconds(String message) {
		Matcher matcher = SECONDS.matcher(message);
		return matcher.find() ? Double.parseDouble(matcher.group(1) + "." + matcher.group(2)) : Double.MAX_VALUE;
	}

	static boolean isOurs(Throwable stack) {
		return Arrays.stream(stack.getStackTrace()).map(StackTraceElement::getClassName)
				.anyMatch(c -> c.startsWith(OURS) && !c.startsWith(TESTS) && !c.startsWith("org.trainless.rcp."));
	}
}
