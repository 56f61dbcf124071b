/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

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
 * sees it. A machine that is so busy that a thread which only sleeps wakes late freezes everything: that is no fault of
 * the window, and does not count.
 */
final class FreezeGuard implements BeforeEachCallback, AfterEachCallback {
	private static final String MONITOR = "org.eclipse.ui.monitoring";
	private static final String ENABLED = "monitoring_enabled";
	/** Stacks that name one of these are ours; the tests' own frames are below every event that they send. */
	private static final String OURS = "org.trainless.";
	private static final String TESTS = "org.trainless.ui.tests.";

	private static final long PACE_NANOS = 20_000_000;
	private static final long STARVED_NANOS = 150_000_000;

	private final AtomicLong lateness = new AtomicLong();
	private final List<String> freezes = new CopyOnWriteArrayList<>();
	private final ILogListener listener = this::logged;
	private Thread pacer;

	@Override
	public void beforeEach(ExtensionContext context) {
		// the monitor does not start in development mode, which tests run in; switching the preference starts it
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(MONITOR);
		node.putBoolean(ENABLED, false);
		Window.until("the monitor has ended", () -> !isMonitored());
		node.putBoolean(ENABLED, true);
		Window.until("the monitor has started", FreezeGuard::isMonitored);
		freezes.clear();
		pacer = Thread.ofPlatform().daemon().start(this::pace);
		Platform.addLogListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Window.settle();
		Platform.removeLogListener(listener);
		pacer.interrupt();
		assertEquals(List.of(), freezes, "the window froze");
	}

	private void pace() {
		while (!Thread.currentThread().isInterrupted()) {
			long begin = System.nanoTime();
			LockSupport.parkNanos(PACE_NANOS);
			lateness.accumulateAndGet(System.nanoTime() - begin - PACE_NANOS, Math::max);
		}
	}

	private static boolean isMonitored() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().contains("Event Loop Monitor"));
	}

	private void logged(IStatus status, String plugin) {
		if (!MONITOR.equals(status.getPlugin()) || status.getSeverity() != IStatus.ERROR) {
			return;
		}
		for (IStatus sample : status.getChildren()) {
			Throwable stack = sample.getException();
			if (stack != null && isOurs(stack) && lateness.getAndSet(0) < STARVED_NANOS) {
				freezes.add(status.getMessage() + "\n" + String.join("\n",
						Arrays.stream(stack.getStackTrace()).limit(40).map(StackTraceElement::toString).toList()));
				return;
			}
		}
	}

	static boolean isOurs(Throwable stack) {
		return Arrays.stream(stack.getStackTrace()).map(StackTraceElement::getClassName)
				.anyMatch(c -> c.startsWith(OURS) && !c.startsWith(TESTS) && !c.startsWith("org.trainless.rcp."));
	}
}
