/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Walks over every plugin.xml of the product: what it names exists and is of the right kind. */
class DeclarationsTest {
	private static final Map<String, String> TYPES = Map.of("searchSpace", "org.trainless.api.space.SearchSpace",
			"strategy", "org.trainless.api.strategy.StrategyFactory", "proxy", "org.trainless.api.proxy.ProxyFactory",
			"dataset", "org.trainless.api.dataset.DatasetFactory", "benchmark",
			"org.trainless.api.benchmark.BenchmarkFactory", "exporter", "org.trainless.api.export.Exporter");

	private static Document plugin(JarFile jar) throws Exception {
		return jar.getEntry("plugin.xml") == null ? null
				: DocumentBuilderFactory.newInstance().newDocumentBuilder()
						.parse(jar.getInputStream(jar.getEntry("plugin.xml")));
	}

	private static URLClassLoader everything() throws Exception {
		List<URL> urls = new ArrayList<>();
		try (Stream<Path> jars = Files.list(Product.folder().resolve("plugins"))) {
			for (Path jar : jars.filter(p -> p.toString().endsWith(".jar")).toList()) {
				urls.add(jar.toUri().toURL());
			}
		}
		return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	@Test
	void everyClassThatIsNamedExistsAndIsOfItsKind() throws Exception {
		int walked = 0;
		Set<String> ids = new HashSet<>();
		try (URLClassLoader classes = everything()) {
			for (Path bundle : Product.bundles()) {
				try (JarFile jar = new JarFile(bundle.toFile())) {
					Document plugin = plugin(jar);
					if (plugin == null) {
						continue;
					}
					NodeList elements = plugin.getElementsByTagName("*");
					for (int i = 0; i < elements.getLength(); i++) {
						Element element = (Element) elements.item(i);
						if (element.hasAttribute("class")) {
							walked++;
							String name = element.getAttribute("class");
							String where = bundle.getFileName() + ": " + name;
							if (!name.startsWith("org.trainless.")) {
								// the platform's own, which a menu or a toolbar may ask for
								assertNotNull(classes.getResource(name.replace('.', '/') + ".class"),
										where + " is nowhere in the product");
								continue;
							}
							assertNotNull(jar.getEntry(name.replace('.', '/') + ".class"),
									where + " is not in the bundle");
							Class<?> type = classes.loadClass(name);
							assertTrue(Modifier.isPublic(type.getModifiers()), where + " is not public");
							assertTrue(Modifier.isPublic(type.getConstructor().getModifiers()), where);
							if (TYPES.containsKey(element.getTagName())) {
								assertTrue(classes.loadClass(TYPES.get(element.getTagName())).isAssignableFrom(type),
										where);
								assertTrue(ids.add(element.getTagName() + " " + element.getAttribute("id")),
										where + ": id twice");
							}
						}
					}
				}
			}
		}
		assertTrue(walked > 15, walked + " classes");
	}

	@Test
	void everyExtensionPointHasItsSchema() throws Exception {
		List<String> points = new ArrayList<>();
		for (Path bundle : Product.bundles()) {
			try (JarFile jar = new JarFile(bundle.toFile())) {
				Document plugin = plugin(jar);
				NodeList elements = plugin == null ? null : plugin.getElementsByTagName("extension-point");
				for (int i = 0; elements != null && i < elements.getLength(); i++) {
					Element point = (Element) elements.item(i);
					assertNotNull(jar.getEntry(point.getAttribute("schema")),
							point.getAttribute("id") + " has no schema");
					points.add(point.getAttribute("id"));
				}
			}
		}
		points.sort(null);
		assertEquals(List.of("benchmarks", "datasets", "exporters", "proxies", "searchSpaces", "strategies"), points);
	}
}
