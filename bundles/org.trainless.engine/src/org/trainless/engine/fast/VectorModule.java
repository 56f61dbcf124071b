/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.util.List;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * The module of Java whose vector types name the processor's instructions, which HotSpot finds by itself only in loops
 * that it happens to like. It is an incubator: a Java runtime has it only when it was started with an option that asks
 * for it, warns of it on standard error, and does not start at all when its image was made without the module.
 */
public final class VectorModule {
	/** The module, which is named as its only package. */
	public static final String NAME = "jdk.incubator.vector";
	/** What a Java runtime that was asked for the module says of it on standard error. */
	public static final String WARNING = "WARNING: Using incubator modules: " + NAME;
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
	 * @return true when this process has it, and it is of use on this machine
	 */
	public static boolean isLoaded() {
		return ModuleLayer.boot().findModule(NAME).isPresent() && isFast();
	}

	/**
	 * @return true when a process of this same Java has it, if it is started with the {@linkplain #options() options},
	 *         and it is of use on this machine
	 */
	public static boolean isInstalled() {
		return hasModule() && isFast();
	}

	/**
	 * @return true when this Java runtime was made with the module
	 */
	public static boolean hasModule() {
		return ModuleFinder.ofSystem().find(NAME).isPresent();
	}

	/**
	 * @return true when the processor multiplies and adds in one instruction. Where it does not, Java computes what
	 *         that would give with decimal numbers of any length, a thousand times slower.
	 */
	public static boolean isFast() {
		HotSpotDiagnosticMXBean virtualMachine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		try {
			return virtualMachine != null && Boolean.parseBoolean(virtualMachine.getVMOption("UseFMA").getValue());
		} catch (IllegalArgumentException e) {
			// another maker's runtime, which is not known to make instructions of vectors
			return false;
		}
	}

	/**
	 * @return options of the Java runtime for processes that evaluate; empty when this Java has not the module and
	 *         would refuse them
	 */
	public static List<String> options() {
		return hasModule() ? OPTIONS : List.of();
	}
}
