/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.lang.module.ModuleFinder;
import java.util.List;

/**
 * The module of Java whose vector types name the processor's instructions, which HotSpot finds by itself only in loops
 * that it happens to like. It is an incubator: a Java runtime has it only when it was started with an option that asks
 * for it, warns of it on standard error, and does not start at all when its image was made without the module.
 */
public final class VectorModule {
	/** The module, which is named as its only package. */
	public static final String NAME = "jdk.incubator.vector";
	/**
	 * What a Java runtime that evaluates is started with. Until their users are compiled by the best compiler, vectors
	 * are objects on the heap, a hundred times slower than what they stand for: these methods do not wait for their
	 * turn. The start scripts, the build and the benchmark say the same.
	 */
	private static final List<String> OPTIONS = List.of("--add-modules=" + NAME, "-XX:CompileCommand=quiet",
			"-XX:CompileCommand=CompileThresholdScaling,org.trainless.engine.fast.*::*,0.02");

	private VectorModule() {
	}

	/**
	 * @return true when this process can use it
	 */
	public static boolean isLoaded() {
		return ModuleLayer.boot().findModule(NAME).isPresent();
	}

	/**
	 * @return true when a process of this same Java can use it, if it is started with the {@linkplain #options()
	 *         options}
	 */
	public static boolean isInstalled() {
		return ModuleFinder.ofSystem().find(NAME).isPresent();
	}

	/**
	 * @return options of the Java runtime for processes that evaluate; empty when this Java has not the module and
	 *         would refuse them
	 */
	public static List<String> options() {
		return isInstalled() ? OPTIONS : List.of();
	}
}
