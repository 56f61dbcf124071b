/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What people read stands in property files, where it can be translated. */
class StringsTest {
	/** Attributes of declarations that people read; names of these elements are for programs. */
	private static final Set<String> READ = Set.of("label", "name", "description", "tooltip", "title");
	private static final Set<String> FOR_PROGRAMS = Set.of("parameter", "property", "separator", "contentProducer",
			"with");
	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
	private static final Pattern SHOWN = Pattern.compile(
			"\\.(?:setText|setToolTipText|setMessage|setErrorMessage|setTitle|setDescription|setPartName|setContentDescription|setFilterNames|setTaskName)\\((\"(?:[^\"\\\\]|\\\\.)*\")");
	/** Comments, annotations, and what only a programmer is told. */
	private static final Pattern NOT_READ = Pattern
			.compile("[*@]|//|/\\*|throw new (?:IllegalArgument|IllegalState|UnsupportedOperation)Exception");
	private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,.:;…]? +\\p{L}{2,}");
	private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

	private static Path bundle(String id) {
		for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
			Path found = at.resolve("bundles").resolve(id);
			if (Files.isRegularFile(found.resolve("plugin.xml"))) {
				return found;
			}
		}
		throw new AssertionError("the sources of " + id + " are not above " + Path.of("").toAbsolutePath());
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.trainless.ui", "org.trainless.ui.charts", "org.trainless.rcp" })
	void declarationsNameTheirWords(String id) throws IOException, SAXException, ParserConfigurationException {
		Path folder = bundle(id);
		Properties words = new Properties();
		try (Reader in = Files.newBufferedReader(folder.resolve("plugin.properties"))) {
			words.load(in);
		}
		List<String> wrong = new ArrayList<>();
		int seen = 0;
		NodeList elements = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
				.parse(folder.resolve("plugin.xml").toFile()).getElementsByTagName("*");
		for (int i = 0; i < elements.getLength(); i++) {
			Element element = (Element) elements.item(i);
			for (String name : READ) {
				Attr attribute = element.getAttributeNode(name);
				if (attribute == null || FOR_PROGRAMS.contains(element.getTagName())) {
					continue;
				}
				seen++;
				String value = attribute.getValue();
				if (!value.startsWith("%") || words.getProperty(value.substring(1), "").isBlank()) {
					wrong.add(element.getTagName() + " " + name + "=\"" + value + "\"");
				}
			}
		}
		assertTrue(seen > 3, "nothing was looked at");
		assertEquals(List.of(), wrong, "write %key, and the words into plugin.properties");
	}

	private static void check(Path file, List<String> wrong) throws IOException {
		List<String> lines = Files.readAllLines(file);
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			String code = line.strip();
			if (NOT_READ.matcher(code).lookingAt()) {
				continue;
			}
			Matcher shown = SHOWN.matcher(line);
			boolean words = shown.find() && LETTERS.matcher(shown.group(1)).find();
			Matcher literal = LITERAL.matcher(line.replaceFirst("//\\$NON-NLS.*", ""));
			while (!words && literal.find()) {
				words = WORDS.matcher(literal.group(1)).find();
			}
			if (words) {
				wrong.add(file.getFileName() + ":" + (i + 1) + ": " + code);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.trainless.ui", "org.trainless.ui.charts", "org.trainless.rcp" })
	void codeNamesItsWords(String id) throws IOException {
		List<String> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(bundle(id).resolve("src"))) {
			List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).toList();
			assertTrue(sources.size() > 10, "nothing was looked at");
			for (Path source : sources) {
				check(source, wrong);
			}
		}
		assertEquals(List.of(), wrong, "write words into messages.properties");
	}
}
