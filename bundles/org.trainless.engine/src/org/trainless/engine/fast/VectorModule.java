/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
	/**
	 * The best compiler, also where the process that starts another one does without it, to be done sooner, and hands
	 * its options down.
	 */
	private static final List<String> COMPILED = List.of("-Xmixed", "-XX:TieredStopAtLevel=4");
	private static final int BEST_COMPILER = 4;
	/** Four numbers of 32 bits, which every processor has that multiplies and adds in one instruction. */
	private static final int SHORTEST_VECTOR = 16;

	private VectorModule() {
	}

	/**
	 * @return true when this process has it, and it is of use on this machine and in this process
	 */
	public static boolean isLoaded() {
		return ModuleLayer.boot().findModule(NAME).isPresent() && isFast() && isCompiled();
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
	 * @return true when the processor multiplies and adds in one instruction, and this Java has the compiler that makes
	 *         instructions of vectors. Without the one, Java computes what that would give with decimal numbers of any
	 *         length, a thousand times slower; without the other, vectors are objects.
	 */
	public static boolean isFast() {
		// a flag of the best compiler, which no runtime has that was made without it
		int longest = flag("MaxVectorSize").map(Integer::valueOf).orElse(0);
		return isSet("UseFMA") && longest >= SHORTEST_VECTOR && !isSet("UseJVMCICompiler")
				&& !flag("CompilationMode").filter("quick-only"::equals).isPresent();
	}

	/** Whether the best compiler compiles what this process runs: it may be switched off, to start sooner. */
	private static boolean isCompiled() {
		return !System.getProperty("java.vm.info", "").startsWith("interpreted")
				&& flag("TieredStopAtLevel").map(Integer::valueOf).orElse(0) >= BEST_COMPILER;
	}

	private static boolean isSet(String flag) {
		return flag(flag).map(Boolean::valueOf).orElse(false);
	}

	/** @return what HotSpot was told or has chosen; nothing in another maker's runtime, whose vectors are not known */
	private static Optional<String> flag(String name) {
		HotSpotDiagnosticMXBean virtualMachine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		try {
			return Optional.ofNullable(virtualMachine).map(v -> v.getVMOption(name).getValue());
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/**
	 * @return options of the Java runtime for processes that evaluate; empty when this Java has not the module and
	 *         would refuse them
	 */
	public static List<String> options() {
		if (!isInstalled()) {
			// not all of them are known to other makers' runtimes
			return hasModule() ? OPTIONS : List.of();
		}
		return Stream.concat(OPTIONS.stream(), COMPILED.stream()).toList();
	}
}
