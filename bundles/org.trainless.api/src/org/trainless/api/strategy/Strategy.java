/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.strategy;

/**
 * One search. It only proposes and learns: no evaluation, threads, files or clocks. Its state is a function of its
 * parameters, its random generator and what it was told, in that order; therefore a search is resumed by telling it its
 * log again.
 * <p>
 * Call order: {@code ask} until it answers {@link Step.Wait} or {@link Step.Done}, or as often as the caller wants to
 * evaluate at once; every proposal is told once, in the order asked. Not thread-safe: one caller at a time.
 *
 * @since 0.1
 */
public interface Strategy {
	/**
	 * @return the next step
	 */
	Step ask();

	/**
	 * @param evaluation the answer to the oldest proposal that has not been told
	 * @throws IllegalArgumentException when it answers another proposal
	 */
	void tell(Evaluation evaluation);
}
