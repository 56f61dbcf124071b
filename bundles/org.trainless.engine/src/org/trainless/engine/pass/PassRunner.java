/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.pass;

import java.util.Set;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass;
import org.trainless.api.space.MacroNetwork;

/**
 * A way to run networks. Runners differ in speed and in what they can do, never in what they report beyond rounding:
 * the {@link ReferenceRunner} can do all and is the oracle of the others. Thread-safe.
 */
public interface PassRunner {
	/**
	 * @return its name, for people
	 */
	String name();

	/**
	 * @param pass        conditions
	 * @param observables what is to be reported
	 * @param network     what is run
	 * @return true when it can do that
	 */
	boolean serves(Pass pass, Set<Observable> observables, MacroNetwork network);

	/**
	 * @return true when what it reports depends on the engine's libraries and device
	 */
	boolean usesEngine();

	/**
	 * Does what need be done only once before the first run, so that it is not counted as time of an evaluation. Doing
	 * it again does nothing.
	 */
	default void prepare() {
	}

	/**
	 * Runs one network in the calling thread.
	 *
	 * @param request what to run
	 * @throws java.util.concurrent.CancellationException when cancelled, within one block
	 */
	void run(PassRequest request);
}
