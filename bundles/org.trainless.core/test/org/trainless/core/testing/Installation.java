/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.engine.EngineService;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.ContributionRegistry;
import org.trainless.core.registry.Contributions;
import org.trainless.core.run.RunService;
import org.trainless.core.score.ScoreService;
import org.trainless.engine.PassRunners;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;

/** The services of this bundle without Eclipse, over the built-in contributions and those for tests. */
public final class Installation {
	private static final String OURS = """
			<plugin>
				<extension point="org.trainless.core.proxies">
					<proxy id="test-counting" name="C" version="1" class="org.trainless.core.testing.TestProxies$Counting">
						<description>Counts.</description>
						<parameter name="tweak" type="integer" default="1"><description>Changes nothing.</description></parameter>
					</proxy>
					<proxy id="test-failing" name="F" class="org.trainless.core.testing.TestProxies$Failing"/>
					<proxy id="test-crashing" name="X" version="1" class="org.trainless.core.testing.Crashing">
						<description>Crashes.</description>
						<parameter name="how" type="string" default="NONE"><description>How.</description></parameter>
						<parameter name="every" type="integer" default="0"><description>One in so many.</description></parameter>
						<parameter name="once" type="path"><description>While this file is there; deleted.</description></parameter>
					</proxy>
					<proxy id="test-impossible" name="I" class="org.trainless.core.testing.TestProxies$Impossible"/>
				</extension>
				<extension point="org.trainless.core.exporters">
					<exporter id="test-broken" name="B" class="org.trainless.core.testing.TestExporters$Broken"/>
					<exporter id="test-count" name="C" class="org.trainless.core.testing.TestExporters$Count"/>
					<exporter id="test-escaping" name="E" class="org.trainless.core.testing.TestExporters$Escaping"/>
					<exporter id="test-missing" name="M" class="org.trainless.core.testing.NoSuchExporter"/>
				</extension>
			</plugin>""";

	/** What is installed. */
	public final Contributions contributions;
	/** The engine, not started. */
	public final EngineService engine;
	/** Runs. */
	public final RunService runs;
	/** Scores. */
	public final ScoreService scores;
	/** Reads experiments; there are no variables. */
	public final ExperimentFiles files;

	/**
	 * @throws IOException when a declaration cannot be read
	 */
	public Installation() throws IOException {
		this("1");
	}

	/**
	 * @param version of the proxy {@code test-counting}
	 * @throws IOException when a declaration cannot be read
	 */
	public Installation(String version) throws IOException {
		this(version, PassRunners::fastest);
	}

	/**
	 * @param version of the proxy {@code test-counting}
	 * @param runners run passes in this process
	 * @throws IOException when a declaration cannot be read
	 */
	public Installation(String version, Function<TorchEngine, PassRunners> runners) throws IOException {
		engine = new LazyEngine(runners);
		contributions = new ContributionRegistry(new PluginXml().addBuiltIn()
				.add("org.trainless.core.test", new ByteArrayInputStream(
						OURS.replace("version=\"1\"", "version=\"" + version + "\"").getBytes(StandardCharsets.UTF_8)))
				.elements(), broken -> {
					throw new AssertionError(broken.toLine());
				});
		runs = new RunService(contributions, engine);
		scores = new ScoreService(contributions, engine);
		files = new ExperimentFiles(contributions, name -> Optional.empty());
	}

	/**
	 * @return the space that tests use
	 * @throws ProblemException never
	 */
	public SearchSpace space() throws ProblemException {
		return contributions.searchSpace("nats-tss");
	}

	/**
	 * Writes a table of made-up accuracies and training times that lacks every fourth architecture, from the second on.
	 *
	 * @param file where to
	 * @return the file
	 * @throws Exception when it cannot be written
	 */
	public Path table(Path file) throws Exception {
		return table(file, 4);
	}

	/**
	 * Writes a table of made-up accuracies and training times.
	 *
	 * @param file where to
	 * @param gap  every so many an architecture is missing; 0 for a table without gaps
	 * @return the file
	 * @throws Exception when it cannot be written
	 */
	public Path table(Path file, int gap) throws Exception {
		StringBuilder csv = new StringBuilder("arch,valid,seconds\n");
		SearchSpace space = space();
		for (long i = 0; i < space.size(); i++) {
			if (gap == 0 || i % gap != 1) {
				String text = space.at(i).text();
				csv.append(text).append(',').append(accuracy(text)).append(',').append(10 + i % 7).append('\n');
			}
		}
		return Files.writeString(file, csv);
	}

	/**
	 * @param text of an architecture
	 * @return its made-up accuracy
	 */
	public static double accuracy(String text) {
		return TestProxies.noise(text) % 10000 / 100;
	}

	private static final class LazyEngine implements EngineService {
		private final TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH);
		private final PassRunners runners;
		private final PassRunners runnersOfWorkers = PassRunners.inWorkers(engine);

		LazyEngine(Function<TorchEngine, PassRunners> runners) {
			this.runners = runners.apply(engine);
		}

		@Override
		public TorchEngine engine() {
			return engine;
		}

		@Override
		public PassRunners runners() {
			return runners;
		}

		@Override
		public PassRunners runnersOfWorkers() {
			return runnersOfWorkers;
		}
	}
}
