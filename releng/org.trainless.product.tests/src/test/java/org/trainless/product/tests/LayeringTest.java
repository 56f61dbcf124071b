/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What a bundle may use is written here; what it does use is in its manifest. */
class LayeringTest {
	private static final String OURS = "org.trainless.";
	private static final Set<String> PURE = Set.of("api", "experiment", "search", "spaces", "data", "engine", "proxies",
			"store", "stats", "figures");
	private static final Set<String> WINDOW = Set.of("ui", "ui.charts", "rcp");
	private static final Set<String> ALL_PURE_AND_CORE = Set.of("api", "experiment", "search", "spaces", "data",
			"engine", "proxies", "store", "stats", "figures", "core");
	private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(Map.entry("api", Set.of()),
			Map.entry("experiment", Set.of("api", "org.snakeyaml.engine")), Map.entry("search", Set.of("api")),
			Map.entry("spaces", Set.of("api", "org.apache.commons.rng")),
			Map.entry("data", Set.of("api", "net.razorvine.pickle", "org.apache.commons", "com.google.gson")),
			Map.entry("engine",
					Set.of("api", "ai.djl", "org.apache.commons.rng", "com.sun.jna", "com.sun.management",
							"jdk.incubator.vector")),
			Map.entry("proxies", Set.of("api", "engine", "ai.djl.api")),
			Map.entry("store", Set.of("api", "com.google.gson", "org.xerial.sqlite-jdbc")),
			Map.entry("stats", Set.of("api", "org.hipparchus")), Map.entry("figures", Set.of("org.jfree")),
			Map.entry("core",
					Set.of("api", "experiment", "search", "spaces", "data", "engine", "proxies", "store", "stats",
							"org.eclipse.core.runtime", "org.eclipse.core.resources", "org.eclipse.core.contenttype",
							"org.eclipse.equinox.registry")),
			Map.entry("cli",
					Set.of("api", "experiment", "search", "spaces", "data", "engine", "proxies", "store", "stats",
							"core", "org.eclipse.core.runtime", "org.eclipse.equinox.app", "picocli", "com.google.gson",
							"com.sun.management", "org.hipparchus")),
			Map.entry("ui",
					Set.of("api", "experiment", "search", "spaces", "store", "stats", "figures", "core", "org.eclipse",
							"org.osgi", "com.google.gson", "org.apache.commons.commons-csv")),
			Map.entry("ui.charts",
					Set.of("api", "experiment", "search", "spaces", "store", "stats", "figures", "core", "ui",
							"org.eclipse", "org.osgi", "com.google.guava", "org.eclipse.swtchart",
							"org.apache.commons.commons-csv")),
			Map.entry("rcp", Set.of("ui", "org.eclipse")),
			Map.entry("help", Set.of("api", "core", "experiment", "org.eclipse.core.runtime", "org.eclipse.help")));

	private static String name(Path bundle) {
		return bundle.getFileName().toString().substring(OURS.length()).replaceAll("_.*", "");
	}

	private static Set<String> used(Attributes manifest) {
		Set<String> used = new TreeSet<>();
		for (String header : List.of("Require-Bundle", "Import-Package")) {
			String value = manifest.getValue(header);
			if (value != null) {
				Matcher names = Pattern.compile("(?:^|,)\\s*([\\w.-]+)").matcher(value.replaceAll("\"[^\"]*\"", ""));
				while (names.find()) {
					used.add(names.group(1));
				}
			}
		}
		return used;
	}

	/** The arrows of a bundle that its entry does not allow. */
	static List<String> forbidden(String bundle, Set<String> used) {
		Set<String> allowed = MAY_USE.get(bundle);
		List<String> arrows = new ArrayList<>();
		for (String other : used) {
			boolean own = other.startsWith(OURS);
			boolean fine = own ? allowed.contains(other.substring(OURS.length()))
					: other.startsWith("java")
							|| allowed.stream().anyMatch(a -> other.equals(a) || other.startsWith(a + "."));
			if (!fine) {
				arrows.add(bundle + " → " + other);
			}
		}
		return arrows;
	}

	@Test
	void noBundleUsesWhatItMayNot() throws IOException {
		List<String> arrows = new ArrayList<>();
		Set<String> seen = new TreeSet<>();
		for (Path bundle : Product.bundles()) {
			seen.add(name(bundle));
			assertTrue(MAY_USE.containsKey(name(bundle)), "the table does not know " + name(bundle));
			try (JarFile jar = new JarFile(bundle.toFile())) {
				arrows.addAll(forbidden(name(bundle), used(jar.getManifest().getMainAttributes())));
			}
		}
		assertEquals(List.of(), arrows);
		assertEquals(new TreeSet<>(MAY_USE.keySet()), seen);
	}

	@Test
	void theRuleSeesForbiddenArrows() {
		assertEquals(List.of("api → com.google.gson"), forbidden("api", Set.of("com.google.gson")));
		assertEquals(List.of("search → org.eclipse.core.runtime"),
				forbidden("search", Set.of("org.eclipse.core.runtime")));
		assertEquals(List.of("stats → org.trainless.engine"), forbidden("stats", Set.of("org.trainless.engine")));
		assertEquals(List.of("cli → org.eclipse.swt"), forbidden("cli", Set.of("org.eclipse.swt")));
	}

	/** Manifests could be right and the code wrong only through what every bundle sees; so the code is read too. */
	@Test
	void onlyEngineAndProxiesNameTheTensorLibraryAndPureBundlesNoEclipse() throws IOException {
		for (Path bundle : Product.bundles()) {
			String name = name(bundle);
			try (JarFile jar = new JarFile(bundle.toFile())) {
				for (var entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
					String code = new String(jar.getInputStream(entry).readAllBytes(),
							java.nio.charset.StandardCharsets.ISO_8859_1);
					assertTrue(Set.of("engine", "proxies").contains(name) || !code.contains("ai/djl/"),
							name + " " + entry.getName());
					assertTrue(!PURE.contains(name) || !code.contains("org/eclipse/"), name + " " + entry.getName());
					assertTrue(WINDOW.contains(name) || !code.contains("org/eclipse/swt/"),
							name + " " + entry.getName());
				}
			}
		}
		assertTrue(ALL_PURE_AND_CORE.containsAll(PURE));
	}
}
