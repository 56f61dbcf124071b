/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.ui.charts.cell.CellCanvas.Placed;

/** Reads what is to be shown and lays it out, one after the other, outside the UI thread. */
final class CellReading extends Job {
	/**
	 * What is to be shown next.
	 *
	 * @param space empty for the one that is shown
	 * @param text  of an architecture of it
	 * @param typed whether a person writes it, so that other views are told
	 * @param pin   whether it is kept beside others
	 */
	record Request(Optional<String> space, String text, boolean typed, boolean pin) {
	}

	private final Deque<Request> requests = new ArrayDeque<>();
	private final CellLookup lookup;
	private final Supplier<String> usual;
	private final Display display;
	private final BiConsumer<Placed, Request> shown;
	private final Consumer<String> refused;

	/**
	 * @param lookup  reads
	 * @param usual   the space of a text that does not say
	 * @param display its thread is told
	 * @param shown   gets what was read
	 * @param refused gets why it cannot be
	 */
	CellReading(CellLookup lookup, Supplier<String> usual, Display display, BiConsumer<Placed, Request> shown,
			Consumer<String> refused) {
		super(Messages.CellView_read);
		this.lookup = lookup;
		this.usual = usual;
		this.display = display;
		this.shown = shown;
		this.refused = refused;
		setSystem(true);
	}

	void request(Request request) {
		synchronized (requests) {
			requests.add(request);
		}
		schedule();
	}

	private Optional<Request> next() {
		synchronized (requests) {
			return Optional.ofNullable(requests.poll());
		}
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		for (Optional<Request> next = next(); next.isPresent() && !monitor.isCanceled(); next = next()) {
			Request request = next.get();
			try {
				ShownCell read = lookup.read(request.space().orElseGet(usual), request.text());
				Placed placed = lookup.place(read);
				display.asyncExec(() -> shown.accept(placed, request));
			} catch (ProblemException e) {
				Problem problem = e.problems().get(0);
				String words = problem.message() + (problem.remedy().isEmpty() ? "" : " \u2013 " + problem.remedy()); //$NON-NLS-1$ //$NON-NLS-2$
				display.asyncExec(() -> refused.accept(words));
			}
		}
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}
}
