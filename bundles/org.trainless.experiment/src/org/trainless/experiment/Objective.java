/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.Objects;
import java.util.Optional;

import org.trainless.api.benchmark.Meaning;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;

/** What a search maximises. */
public sealed interface Objective {

	/**
	 * The score of a proxy.
	 *
	 * @param proxy the proxy
	 */
	record Proxy(Selection proxy) implements Objective {
		public Proxy {
			Objects.requireNonNull(proxy);
		}
	}

	/**
	 * An accuracy of trained networks. A search must not see test accuracy unless its file says in words that it may;
	 * whether a benchmark's accuracy is one is known for certain only when the benchmark is opened.
	 *
	 * @param benchmark           the benchmark
	 * @param testAccuracyAllowed true when the file says {@code test-accuracy: allowed}
	 */
	record Accuracy(Selection benchmark, boolean testAccuracyAllowed) implements Objective {
		public Accuracy {
			Objects.requireNonNull(benchmark);
		}

		/**
		 * To be asked before the first evaluation, once the benchmark is open.
		 *
		 * @param meaning what the opened benchmark says of its accuracies
		 * @return why the search must not use them; empty when it may. Its place in the file is the path
		 *         {@code searches.<number>.objective}
		 */
		public Optional<Problem> refusal(Meaning meaning) {
			if (!meaning.test() || testAccuracyAllowed) {
				return Optional.empty();
			}
			String what = meaning.text().isBlank() ? "of unknown meaning" : meaning.text();
			return Optional.of(testAccuracy(what));
		}

		static Problem testAccuracy(String what) {
			return Problem.error("test-accuracy",
					"the objective is test accuracy (" + what + "), which a search must not see",
					"choose validation accuracy, or write 'test-accuracy: allowed' "
							+ "in the objective if that is the question");
		}
	}
}
