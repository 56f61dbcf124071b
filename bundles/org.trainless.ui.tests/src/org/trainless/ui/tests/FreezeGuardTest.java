/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;

/** A guard that never barks guards nothing. */
class FreezeGuardTest {
	private static final long FREEZE_MILLIS = 900;

	@Test
	void aFreezeIsSeenByTheMonitor() {
		FreezeGuard guard = new FreezeGuard();
		guard.beforeEach(null);
		List<IStatus> seen = new CopyOnWriteArrayList<>();
		ILogListener listener = (status, plugin) -> {
			if ("org.eclipse.ui.monitoring".equals(status.getPlugin()) && status.getSeverity() == IStatus.ERROR) {
				seen.add(status);
			}
		};
		Platform.addLogListener(listener);
		RunQueue queue = RunQueue.ofThisThread();
		Display.getCurrent().asyncExec(() -> {
			long end = System.nanoTime() + FREEZE_MILLIS * 1_000_000;
			while (System.nanoTime() < end) {
				LockSupport.parkNanos(end - System.nanoTime());
			}
		});
		Window.until("the freeze is told", () -> !seen.isEmpty());
		double seconds = FreezeGuard.seconds(seen.get(0).getMessage());
		double waited = queue.secondsOfTheLast(seconds);
		Platform.removeLogListener(listener);
		queue.close();
		guard.afterEach(null);
		assertTrue(seconds > 0.5 && seconds < 60, seen.get(0).getMessage());
		assertTrue(seconds - waited > 0.5, "a thread that sleeps does not want a processor, but waited " + waited);
	}

	@Test
	void onlyFramesOfTheProductCount() {
		RuntimeException ours = new RuntimeException();
		ours.setStackTrace(new StackTraceElement[] {
				new StackTraceElement("org.eclipse.swt.widgets.Display", "sleep", "Display.java", 1),
				new StackTraceElement("org.trainless.ui.runs.view.RunsView", "show", "RunsView.java", 1) });
		assertTrue(FreezeGuard.isOurs(ours));
		assertEquals(false, FreezeGuard.isOurs(new RuntimeException()));
	}
}
