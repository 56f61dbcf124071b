/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trainless.api.space.Architecture;
import org.trainless.benchmark.Evaluations.Way;
import org.trainless.engine.fast.VectorModule;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.spaces.NatsTopologySpace;

/**
 * A process with other settings than this one, which evaluates cells when it is told to and is idle otherwise. Told by
 * lines of a way and the index of a cell; answers by lines of seconds and processor time. Ends with its input.
 */
final class OtherProcess implements AutoCloseable {
	private static final String PREFIX = "spent ";

	private final NatsTopologySpace space;
	private final Process process;
	private final BufferedWriter to;
	private final BufferedReader from;

	/**
	 * @param threads  of the engine
	 * @param settings system properties
	 */
	OtherProcess(NatsTopologySpace space, Optional<Path> libtorch, int threads, Map<String, String> settings)
			throws IOException {
		this.space = space;
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
						"--enable-native-access=ALL-UNNAMED", "-Dai.djl.pytorch.num_threads=" + threads, "-cp",
						System.getProperty("java.class.path")));
		command.addAll(1, VectorModule.options());
		settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
		command.add(OtherProcess.class.getName());
		command.add(String.valueOf(threads));
		libtorch.ifPresent(folder -> command.add(folder.toString()));
		this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		this.to = process.outputWriter(StandardCharsets.UTF_8);
		this.from = process.inputReader(StandardCharsets.UTF_8);
	}

	Spent evaluate(Way way, Architecture cell) {
		try {
			to.write(way + " " + space.indexOf(cell) + "\n");
			to.flush();
			for (String line = from.readLine(); line != null; line = from.readLine()) {
				if (line.startsWith(PREFIX)) {
					String[] words = line.split(" ");
					return new Spent(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
				}
			}
			throw new IllegalStateException("the other process has ended");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() throws IOException {
		to.close();
		from.close();
		process.destroy();
	}

	public static void main(String[] arguments) throws IOException {
		int threads = Integer.parseInt(arguments[0]);
		NatsTopologySpace space = new NatsTopologySpace();
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		try (TorchEngine engine = new TorchEngine(location(arguments, 1))) {
			Evaluations evaluations = new Evaluations(space, engine);
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ");
				Way way = Way.valueOf(words[0]);
				Architecture cell = space.at(Long.parseLong(words[1]));
				Runnable work = () -> evaluations.evaluate(way, cell);
				Spent spent = threads == 1 ? Spent.byThread(work) : Spent.byProcess(work);
				System.out.println(PREFIX + spent.seconds() + " " + spent.processor());
			}
		}
	}

	/** Where libtorch lies, from the command line. */
	static EngineLocation location(String[] arguments, int position) {
		return arguments.length > position
				? EngineLocation.installed(Path.of(arguments[position]),
						Path.of(System.getProperty("java.io.tmpdir"), "trainless"))
				: EngineLocation.CLASS_PATH;
	}
}
