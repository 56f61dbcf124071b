/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.trainless.core.worker.Worker;
import org.trainless.core.worker.WorkerLauncher;
import org.trainless.engine.fast.VectorModule;

/** Workers as real processes of the class path of the tests. */
public final class WorkerProcess implements WorkerLauncher {
	/** All that were started. */
	public final List<Process> started = new CopyOnWriteArrayList<>();

	/** What a worker does. */
	public static final class Main {
		/**
		 * @param arguments none
		 * @throws Exception when it cannot begin
		 */
		public static void main(String[] arguments) throws Exception {
			System.out.println("what others print in between is no message");
			Installation installation = new Installation();
			new Worker(installation.contributions, installation.engine).serve(System.in, System.out);
			Runtime.getRuntime().halt(0);
		}
	}

	@Override
	public Started start(Path reports) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash",
						"-XX:ErrorFile=" + reports.resolve(REPORT), "-D" + Crashing.WORKER + "=true", "-cp",
						System.getProperty("java.class.path"), Main.class.getName()));
		command.addAll(1, VectorModule.options());
		Process process = new ProcessBuilder(command).directory(new File("").getAbsoluteFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		started.add(process);
		return new Started(process, reports);
	}
}
