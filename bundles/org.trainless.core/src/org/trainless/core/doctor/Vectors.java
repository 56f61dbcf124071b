/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import org.trainless.engine.fast.VectorModule;

/**
 * Whether evaluations are made by vectors of Java.
 *
 * @param module whether this Java has them
 * @param fast   whether they are of use with this processor and this Java
 */
record Vectors(boolean module, boolean fast) {
	private static final String NAME = "vectors";

	/** In the processes that evaluate. */
	static Vectors ofWorkers() {
		return new Vectors(VectorModule.hasModule(), VectorModule.isFast());
	}

	boolean areUsed() {
		return module && fast;
	}

	/** What keeps them from being used. */
	String obstacle() {
		return module
				? "the processor does not multiply and add in one instruction, or this Java is without HotSpot's compiler C2"
				: "the Java in " + System.getProperty("java.home") + " is without module " + VectorModule.NAME;
	}

	String remedy() {
		return module ? "use a machine with AVX2 or NEON and a usual JDK: here evaluations are several times slower"
				: "set TRAINLESS_JAVA to a whole JDK: without it evaluations are several times slower";
	}

	Finding finding(String topic) {
		return areUsed() ? Finding.good(topic, NAME, "module " + VectorModule.NAME + ", for the fast paths")
				: Finding.note(topic, NAME, obstacle(), remedy());
	}
}
