/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.trainless.core.engine.EngineService;
import org.trainless.core.registry.Contributions;
import org.trainless.core.worker.Worker;
import org.trainless.engine.fast.VectorModule;
import org.trainless.engine.torch.EngineUnavailableException;

/** Evaluates for another process of this installation, by its standard streams; ends with it. Not for people. */
public final class WorkerApplication implements IApplication {
	@Override
	public Object start(IApplicationContext context) {
		context.applicationRunning();
		// standard output is the other process's; what contributions print goes where people read
		System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
		Services services = new Services();
		EngineService engine = services.get(EngineService.class);
		if (!VectorModule.isLoaded()) {
			// whoever starts a worker has networks to evaluate, which without vectors takes the engine: it loads its
			// libraries while the other process reads images
			Thread.ofPlatform().daemon().name("trainless-engine-start").start(() -> start(engine));
		}
		Worker worker = new Worker(services.get(Contributions.class), engine);
		// buffered, as a stream of a file asks for the length of what it reads, which a pipe of Windows has not
		try (InputStream requests = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
				FileOutputStream answers = new FileOutputStream(FileDescriptor.out)) {
			worker.serve(requests, answers);
			end(ExitCode.OK);
		} catch (IOException | RuntimeException | Error e) {
			e.printStackTrace();
			end(ExitCode.FAILED);
		}
		return EXIT_OK;
	}

	/** Evaluations may be going on, also in native code that nobody can stop, and nobody waits for them. */
	private static void end(int code) {
		Runtime.getRuntime().halt(code);
	}

	private static void start(EngineService engine) {
		try {
			engine.engine().start();
		} catch (EngineUnavailableException | LinkageError e) {
			// the first evaluation meets it too, and answers with it
			System.getLogger(WorkerApplication.class.getName()).log(System.Logger.Level.DEBUG, "no engine", e);
		}
	}

	@Override
	public void stop() {
		end(ExitCode.OK);
	}
}
