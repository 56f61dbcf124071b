/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.util.List;

/** The process that was to make an evaluation is gone. */
final class WorkerDiedException extends Exception {
	private static final long serialVersionUID = 1L;

	private final transient WorkerConnection worker;
	private final transient Death death;
	private final transient List<String> inFlight;

	WorkerDiedException(WorkerConnection worker, Death death, List<String> inFlight) {
		super(death.text());
		this.worker = worker;
		this.death = death;
		this.inFlight = List.copyOf(inFlight);
	}

	Death death() {
		return death;
	}

	/** What it was evaluating when it died. */
	List<String> inFlight() {
		return inFlight;
	}

	/** Whether this is the first time that anybody asks about this death: one word about it is enough. */
	boolean isNews() {
		return worker.isNews();
	}
}
