/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that starts the product, on an installation of its own: a fresh copy. */
class LauncherTest {
	@TempDir
	Path folder;

	private Path installation;

	@BeforeEach
	void install() throws IOException {
		installation = Files.createDirectory(folder.resolve("trainless \u00fcber all"));
		Path product = Product.folder();
		for (String name : List.of("trainless", "logging.properties")) {
			Files.copy(product.resolve(name), installation.resolve(name));
		}
		copy(product.resolve("configuration"), installation.resolve("configuration"));
		Path plugins = Files.createDirectory(installation.resolve("plugins"));
		try (Stream<Path> all = Files.list(product.resolve("plugins"))) {
			for (Path plugin : all.toList()) {
				Path here = plugins.resolve(plugin.getFileName());
				// big and not needed unopened, and a link to a whole folder is enough
				if (Files.isDirectory(plugin)) {
					Files.createSymbolicLink(here, plugin);
				} else {
					Files.copy(plugin, here);
				}
			}
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			for (Path each : all.toList()) {
				Files.copy(each, to.resolve(from.relativize(each).toString()));
			}
		}
	}

	private Product.Ended start(Map<String, String> environment, String... arguments) throws Exception {
		return Product.ended(folder, Product.start(installation.resolve("trainless"), folder, environment, arguments));
	}

	private List<Path> learnt() throws IOException {
		try (Stream<Path> all = Files.list(installation.resolve("learnt"))) {
			return all.toList();
		}
	}

	@Test
	void laterStartsReadWhatTheFirstOneLearnt() throws Exception {
		Product.Ended first = start(Map.of(), "list", "proxies");
		assertEquals(0, first.code(), first.err());
		assertEquals(1, learnt().size(), learnt().toString());
		for (String part : List.of("headless", "all")) {
			Path framework = learnt().get(0).resolve(part).resolve("org.eclipse.osgi");
			assertTrue(Files.isDirectory(framework), "the bundles' state is kept: " + learnt());
		}

		Product.Ended second = start(Map.of(), "list", "proxies");
		assertEquals(first.out(), second.out());
		assertEquals(1, learnt().size(), "nothing new to learn");
	}

	@ParameterizedTest
	@CsvSource({ "INT, 130", "TERM, 143" })
	void whoIsInterruptedWhileItLearnsLeavesNothing(String signal, int code) throws Exception {
		Process process = Product.start(installation.resolve("trainless"), folder, Map.of(), "list", "proxies");
		Product.await("a draft", process, () -> Files.isDirectory(installation.resolve("learnt"))
				&& learnt().stream().anyMatch(draft -> Files.isDirectory(draft.resolve("headless"))));
		List<ProcessHandle> started = process.descendants().toList();
		Product.signal(signal, process.pid());
		assertEquals(code, Product.ended(folder, process).code());
		assertEquals(List.of(), learnt());
		started.forEach(p -> assertFalse(p.isAlive(), "left behind: " + p.info()));
	}

	@Test
	void oldDraftsAreDeletedAndThoseOfOthersAreNot() throws Exception {
		Path left = Files.createDirectories(installation.resolve("learnt/draft.left00"));
		Files.writeString(left.resolve("part"), "of something");
		Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
		Path other = Files.createDirectory(installation.resolve("learnt/draft.other0"));
		assertEquals(0, start(Map.of(), "--version").code());
		assertFalse(Files.exists(left));
		assertTrue(Files.isDirectory(other));
		assertEquals(2, learnt().size(), learnt().toString());
	}

	/** Neither does a signal that comes before the framework has begun, nor one that comes again and again. */
	@ParameterizedTest
	@CsvSource({ "INT, 130", "TERM, 143" })
	void impatienceLeavesNothing(String signal, int code) throws Exception {
		assertEquals(0, start(Map.of(), "--version").code());
		Path areas = Files.createDirectory(folder.resolve("areas"));
		Process process = Product.start(installation.resolve("trainless"), folder, Map.of("TMPDIR", areas.toString()),
				"validate", pipe().toString());
		Product.await("the framework", process, () -> !filesOf(areas).isEmpty());
		while (process.isAlive()) {
			// it may have ended meanwhile
			new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
					.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
		}
		assertEquals(code, Product.ended(folder, process).code());
		assertEquals(List.of(), filesOf(areas));
	}

	private static List<Path> filesOf(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.toList();
		}
	}

	/** Nobody writes to it, so that whoever reads it waits. */
	private Path pipe() throws Exception {
		Path pipe = folder.resolve("pipe.nas.yaml");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		return pipe;
	}

	/** What the script says of memory itself would contradict these, and Java not start. */
	@ParameterizedTest
	@ValueSource(strings = { "-XX:+UseSerialGC", "-Xmx100m", "-XX:+UseG1GC -Xmx100m" })
	void optionsOfTheUserForJavaAreObeyed(String options) throws Exception {
		Product.Ended ended = start(Map.of("TRAINLESS_VMARGS", options), "--version");
		assertEquals(0, ended.code(), ended.out() + ended.err());
		assertTrue(ended.out().startsWith("trainless "), ended.out());
	}

	@Test
	void commandsStartWithoutTheBundlesOfTheWorkbench() throws Exception {
		assertEquals(0, start(Map.of(), "--version").code());
		String list = "org.eclipse.equinox.simpleconfigurator/bundles.info";
		List<String> all = Files.readAllLines(learnt().get(0).resolve("all").resolve(list));
		List<String> headless = Files.readAllLines(learnt().get(0).resolve("headless").resolve(list));
		assertTrue(all.containsAll(headless), headless.toString());
		assertTrue(headless.size() < all.size() / 2, headless.toString());
		for (String name : List.of("org.trainless.ui,", "org.eclipse.swt,", "org.eclipse.ui.workbench,")) {
			assertTrue(all.stream().anyMatch(l -> l.startsWith(name)), name);
			assertTrue(headless.stream().noneMatch(l -> l.startsWith(name)), name);
		}
	}

	@Test
	void aPlugInThatComesLaterIsSeen() throws Exception {
		assertFalse(start(Map.of(), "list", "proxies").out().contains("org.trainless.sample"));
		Path sample;
		try (Stream<Path> jars = Files.list(Product.root().resolve("bundles/org.trainless.sample/target"))) {
			sample = jars.filter(p -> p.toString().endsWith(".jar") && !p.toString().contains("sources")).findFirst()
					.orElseThrow();
		}
		String version;
		try (JarFile jar = new JarFile(sample.toFile())) {
			version = jar.getManifest().getMainAttributes().getValue("Bundle-Version");
		}
		Files.copy(sample, installation.resolve("plugins").resolve("sample.jar"));
		Files.writeString(installation.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"),
				"org.trainless.sample," + version + ",plugins/sample.jar,4,false\n", StandardOpenOption.APPEND);

		Product.Ended after = start(Map.of(), "list", "proxies");
		assertEquals(0, after.code(), after.err());
		assertTrue(after.out().contains("org.trainless.sample"), after.out());
		assertEquals(2, learnt().size(), learnt().toString());
	}

	@Test
	void anOldJavaIsNamedWithWhatToDo() throws Exception {
		Path old = Files.createDirectories(folder.resolve("jdk-17"));
		Path java = Files.createDirectory(old.resolve("bin")).resolve("java");
		Files.copy(Path.of("/bin/true"), java);
		Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");

		Product.Ended ended = start(Map.of("JAVA_HOME", old.toString()), "--version");
		assertEquals(1, ended.code());
		assertTrue(ended.err().contains("Java 21") && ended.err().contains("version 17")
				&& ended.err().contains("TRAINLESS_JAVA"), ended.err());
	}

	@Test
	void whatSaysNothingOfLibtorchCountsAsNotSet() throws Exception {
		for (String blank : List.of("", " \t")) {
			Product.Ended ended = start(
					Map.of("PYTORCH_LIBRARY_PATH", blank, "PYTORCH_VERSION", blank, "PYTORCH_FLAVOR", blank), "score",
					"--proxy", "synflow_bn", "--sample", "1", "--seed", "1", "--batch", "2", "--store", "none", "--out",
					"a.csv");
			assertEquals(0, ended.code(), ended.err());
		}
	}

	/** Some distributions' Java is a folder of links, or a script, without the file that says what it is made of. */
	@Test
	void aJavaThatDoesNotSayWhatItIsMadeOfIsAsked() throws Exception {
		Path home = Path.of(System.getProperty("java.home"));
		assertTrue(Files.exists(home.resolve("release")), "the other case");
		Path other = Files.createDirectories(folder.resolve("some java"));
		Path java = Files.createDirectory(other.resolve("bin")).resolve("java");
		Files.writeString(java, "#!/bin/sh\nexec '" + home.resolve("bin/java") + "' \"$@\"\n");
		assertTrue(java.toFile().setExecutable(true));
		for (Path each : List.of(home, other)) {
			Product.Ended ended = start(Map.of("JAVA_HOME", each.toString()), "score", "--proxy", "params", "--sample",
					"1", "--seed", "1", "--out", "scores.csv", "--in-process");
			assertEquals(0, ended.code(), ended.err());
			// Java itself says that it has the module
			assertTrue(ended.err().contains("jdk.incubator.vector"), each + ": " + ended.err());
		}
	}

	@Test
	void withoutADisplayTheWorkbenchSaysSo() throws Exception {
		Product.Ended ended = start(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "ui");
		assertEquals(1, ended.code());
		assertTrue(ended.err().contains("needs a display") && ended.err().contains("trainless --help"), ended.err());
	}

	@Test
	void namesThatAreNotAsciiAreReadWithoutALocale() throws Exception {
		// The installation has such a name too. The second locale is installed nowhere.
		for (String locale : List.of("C", "xx_XX.UTF-8")) {
			Product.Ended ended = start(Map.of("LANG", locale, "LC_ALL", locale), "validate",
					"gr\u00f6\u00dfe.nas.yaml");
			assertEquals(3, ended.code(), ended.err());
			assertTrue(ended.err().contains("gr\u00f6\u00dfe.nas.yaml: there is no such file"), ended.err());
		}
	}
}
