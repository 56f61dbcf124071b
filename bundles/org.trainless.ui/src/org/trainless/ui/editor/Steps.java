/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.eclipse.swt.widgets.Widget;

/**
 * Work of the UI thread that takes longer than one should wait for a window: done in small steps, between which the
 * window answers. Only for the UI thread.
 */
final class Steps {
	/** Shorter than what one sees as a delay. */
	private static final long MOST_NANOS = 30_000_000;

	private final Widget owner;
	private final Deque<Runnable> left = new ArrayDeque<>();
	private boolean scheduled;

	/**
	 * @param owner when it is disposed, the rest is left undone
	 */
	Steps(Widget owner) {
		this.owner = owner;
	}

	/**
	 * Begins anew: what is left of earlier work is forgotten.
	 *
	 * @param steps in their order
	 */
	void restart(List<Runnable> steps) {
		left.clear();
		then(steps);
	}

	/**
	 * To be done after all that is left.
	 *
	 * @param steps in their order
	 */
	void then(List<Runnable> steps) {
		left.addAll(steps);
		if (!scheduled) {
			go();
		}
	}

	/**
	 * Called by a step that turns out to be larger: to be done before all that is left.
	 *
	 * @param steps in their order
	 */
	void next(List<Runnable> steps) {
		for (int i = steps.size() - 1; i >= 0; i--) {
			left.addFirst(steps.get(i));
		}
	}

	private void go() {
		long end = System.nanoTime() + MOST_NANOS;
		scheduled = true;
		try {
			while (!left.isEmpty() && !owner.isDisposed()) {
				left.poll().run();
				if (System.nanoTime() > end) {
					break;
				}
			}
		} finally {
			scheduled = false;
		}
		if (!left.isEmpty() && !owner.isDisposed()) {
			scheduled = true;
			owner.getDisplay().asyncExec(this::go);
		}
	}
}
