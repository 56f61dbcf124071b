/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Makes a run, in this process or in another. */
interface RunMaker {
	/** How it ended. */
	enum Ending {
		/** All searches came to their end. */
		FINISHED,
		/** It was cancelled, and can be completed. */
		CANCELLED,
		/** Something was wrong; what, was told. */
		FAILED,
		/** The process that made it is gone without a word; what is on disk can be completed. */
		KILLED
	}

	/**
	 * Runs, and comes back when the run has ended.
	 *
	 * @param order     what to run
	 * @param output    told each line for the console
	 * @param cancelled asked often whether to go on
	 * @return how it ended
	 * @throws InterruptedException when the calling thread is interrupted
	 */
	Ending make(RunOrder order, Consumer<String> output, BooleanSupplier cancelled) throws InterruptedException;
}
