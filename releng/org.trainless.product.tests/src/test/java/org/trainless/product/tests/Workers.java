/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import java.util.stream.Stream;

/** The processes that evaluate for a process of the product. */
final class Workers {
	private Workers() {
	}

	static Stream<ProcessHandle> of(Process product) {
		return product.descendants().filter(Workers::isWorker);
	}

	/** What a worker itself starts has its command line for a moment. */
	private static boolean isWorker(ProcessHandle process) {
		return evaluates(process) && process.parent().filter(Workers::evaluates).isEmpty();
	}

	private static boolean evaluates(ProcessHandle process) {
		return process.info().commandLine().orElse("").contains("org.trainless.cli.worker");
	}
}
