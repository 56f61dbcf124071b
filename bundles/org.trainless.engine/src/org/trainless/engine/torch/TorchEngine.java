/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * DJL's PyTorch engine: started when first used, without network and telemetry, with one thread for each worker. Make
 * one for the whole process: DJL itself keeps its engine in static state and can neither be started twice nor unloaded.
 * Thread-safe.
 */
public final class TorchEngine implements AutoCloseable {
	/** Version of libtorch that the JNI library was built for; another one loads but computes with wrong types. */
	public static final String LIBTORCH = "2.7.1";
	/** Rare enough to cost little, often enough that memory does not grow by much in between. */
	private static final int PASSES_BETWEEN_TRIMS = 16;

	private final EngineLocation location;
	private PtNDManager root;
	private EngineInfo info;
	private double startSeconds;
	private int passes;
	private int open;
	private boolean closed;

	/**
	 * Does not start the engine.
	 *
	 * @param location where its libraries lie
	 */
	public TorchEngine(EngineLocation location) {
		this.location = Objects.requireNonNull(location);
	}

	/**
	 * Starts the engine; does nothing when it is started.
	 *
	 * @return what computes
	 * @throws EngineUnavailableException when the libraries are missing or do not fit this machine
	 */
	public synchronized EngineInfo start() {
		if (closed) {
			throw new IllegalStateException("the engine is closed");
		}
		if (info == null) {
			long begin = System.nanoTime();
			configure();
			String memory = NativeMemory.tune();
			Engine engine = load();
			JniUtils.setGradMode(false);
			root = (PtNDManager) engine.newBaseManager();
			root.setName("trainless");
			info = new EngineInfo(engine.getEngineName(), engine.getVersion(),
					root.getDevice().toString().replace("()", ""), JniUtils.getNumThreads(),
					location.libraries().map(Path::toString).orElse("class path"), memory);
			startSeconds = (System.nanoTime() - begin) / 1e9;
		}
		return info;
	}

	/** DJL reads these when its classes are initialised; what the user set already wins. */
	private void configure() {
		refuseOtherLibtorch();
		System.setProperty("ai.djl.offline", "true");
		System.setProperty("OPT_OUT_TRACKING", "true");
		LibtorchChoice.setDefault("ai.djl.pytorch.num_threads", "1");
		LibtorchChoice.setDefault("ai.djl.pytorch.num_interop_threads", "1");
		location.cache().ifPresent(cache -> LibtorchChoice.setDefault("DJL_CACHE_DIR", cache.toString()));
		location.libraries().ifPresent(libraries -> {
			if (!Files.isDirectory(libraries)) {
				throw new EngineUnavailableException(
						"There is no folder " + libraries
								+ ", where libtorch should lie. Install Trainless again, or set PYTORCH_LIBRARY_PATH.",
						null);
			}
			if (LibtorchChoice.hidesInstalled()) {
				throw new EngineUnavailableException(
						"PYTORCH_LIBRARY_PATH is set to nothing, which hides the libtorch in " + libraries
								+ ". Unset it.",
						null);
			}
			if (LibtorchChoice.folder().isEmpty()) {
				LibtorchChoice.useInstalled(libraries.toString(), LIBTORCH);
			}
		});
	}

	/** Ours is known to be right; reading through it would cost a moment at every start. */
	private static void refuseOtherLibtorch() {
		Optional<String> chosen = LibtorchChoice.folder();
		if (chosen.isEmpty()) {
			return;
		}
		try {
			if (!new LibtorchFolder(Path.of(chosen.get())).isVersion(LIBTORCH)) {
				throw new EngineUnavailableException("PYTORCH_LIBRARY_PATH names a libtorch in " + chosen.get()
						+ " that is not version " + LIBTORCH + ", which Trainless needs. Unset it, or name that one.",
						null);
			}
		} catch (IOException | InvalidPathException e) {
			throw new EngineUnavailableException("PYTORCH_LIBRARY_PATH names " + chosen.get()
					+ ", where libtorch cannot be read: " + e.getMessage() + ". Unset it, or name another folder.", e);
		}
	}

	/**
	 * DJL finds its parts by the thread's context class loader, which in Equinox knows nothing of them. Without this,
	 * tensor products say that they are not supported.
	 */
	private static Engine load() {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(PtEngineProvider.class.getClassLoader());
		try {
			return Engine.getEngine(PtEngine.ENGINE_NAME);
		} catch (EngineException | LinkageError e) {
			throw new EngineUnavailableException("PyTorch cannot be started: " + rootMessage(e)
					+ ". It runs on Linux and Windows x86_64 and on macOS aarch64, with libtorch " + LIBTORCH
					+ "; the libraries come with Trainless.", e);
		} finally {
			thread.setContextClassLoader(before);
		}
	}

	private static String rootMessage(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root.getMessage() == null ? root.toString() : root.getMessage();
	}

	/**
	 * @return true when the engine has been started
	 */
	public synchronized boolean isStarted() {
		return info != null;
	}

	/**
	 * @return how long the start took; 0 before it
	 */
	public synchronized double startSeconds() {
		return startSeconds;
	}

	/**
	 * Opens an owner of tensors for one pass; starts the engine if need be. Every now and then this gives memory that
	 * is free back to the system.
	 *
	 * @return the owner, to be given back by {@link #release(PtNDManager)}
	 */
	PtNDManager newManager() {
		boolean trim;
		PtNDManager manager;
		synchronized (this) {
			start();
			passes = (passes + 1) % PASSES_BETWEEN_TRIMS;
			trim = passes == 0;
			manager = (PtNDManager) root.newSubManager();
			open++;
		}
		if (trim) {
			NativeMemory.trim();
		}
		return manager;
	}

	/** Frees what is left of an owner's tensors. */
	void release(PtNDManager manager) {
		manager.close();
		synchronized (this) {
			open--;
			closeUnused();
		}
	}

	/**
	 * Lets no pass begin any more and frees the tensors that are left, when a pass is going on in another thread once
	 * it has ended. The libraries stay loaded until the process ends.
	 */
	@Override
	public synchronized void close() {
		closed = true;
		closeUnused();
	}

	private void closeUnused() {
		if (closed && open == 0 && root != null) {
			NDManager manager = root;
			root = null;
			manager.close();
		}
	}
}
