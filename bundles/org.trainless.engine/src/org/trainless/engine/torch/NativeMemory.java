/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/**
 * Settings of glibc and libtorch that make the allocation of tensors cheap. Every tensor of megabytes would otherwise
 * be new memory from the kernel, cleared page by page, and given back when the tensor is closed.
 */
final class NativeMemory {
	private static final int M_TRIM_THRESHOLD = -1;
	private static final int M_TOP_PAD = -2;
	private static final int M_MMAP_THRESHOLD = -3;
	private static final int M_ARENA_MAX = -8;
	private static final int KEPT = 512 << 20;
	/** The most that glibc accepts on 64-bit machines, above the size of any tensor here. */
	private static final int MAPPED_FROM = 32 << 20;

	/** System property that leaves all as it is when its value is {@code system}; for comparison. */
	private static final String SWITCH = "org.trainless.engine.memory";

	private NativeMemory() {
	}

	/**
	 * Must be called before libtorch is loaded.
	 *
	 * @return what was done, for people
	 */
	static String tune() {
		if (!Platform.isLinux() || "system".equals(System.getProperty(SWITCH))) {
			return "system default";
		}
		try {
			NativeLibrary process = NativeLibrary.getProcess();
			// read by libtorch when it first allocates: transparent huge pages for tensors of 2 MB and more
			setDefault(process, "THP_MEM_ALLOC_ENABLE", "1");
			// its warnings that this or that library does not know the processor would fill the terminal
			setDefault(process, "TORCH_CPP_LOG_LEVEL", "ERROR");
			boolean kept = option(process, M_MMAP_THRESHOLD, MAPPED_FROM) & option(process, M_TRIM_THRESHOLD, KEPT)
					& option(process, M_TOP_PAD, 64 << 20) & option(process, M_ARENA_MAX, 1);
			return kept ? "freed memory is kept, huge pages" : "huge pages";
		} catch (LinkageError e) {
			// not glibc, or JNA cannot unpack its library: slower, not wrong
			return "system default: " + e.getMessage();
		}
	}

	/**
	 * Gives free memory back to the system, wherever it lies. Freed tensors leave holes that are a few bytes too short
	 * for the next tensor of their size, because glibc puts small pieces of memory into the gaps before aligned ones;
	 * without this, the holes come to several times the memory that is in use.
	 */
	static void trim() {
		if (!Platform.isLinux() || "system".equals(System.getProperty(SWITCH))) {
			return;
		}
		try {
			NativeLibrary.getProcess().getFunction("malloc_trim").invokeInt(new Object[] { new NativeLong(0) });
		} catch (LinkageError e) {
			// not glibc: how much another allocator keeps is its own matter
		}
	}

	private static boolean option(NativeLibrary process, int option, int value) {
		return process.getFunction("mallopt").invokeInt(new Object[] { option, value }) == 1;
	}

	private static void setDefault(NativeLibrary process, String name, String value) {
		process.getFunction("setenv").invokeInt(new Object[] { name, value, 0 });
	}
}
