/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.trainless.api.param.ContributionKind;
import org.trainless.core.registry.ContributionElement;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Declarations read from {@code plugin.xml} texts without Eclipse, so that what the bundles really declare is used by
 * plain tests; classes come from the class path.
 */
public final class PluginXml {
	private final Map<ContributionKind, List<ContributionElement>> elements = new EnumMap<>(ContributionKind.class);

	/**
	 * @param contributor symbolic name of the bundle
	 * @param xml         text of its plugin.xml
	 * @return this
	 * @throws IOException when it cannot be read
	 */
	public PluginXml add(String contributor, InputStream xml) throws IOException {
		try {
			Element root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(xml)
					.getDocumentElement();
			for (Element extension : children(root, "extension")) {
				String point = extension.getAttribute("point");
				if (!point.startsWith("org.trainless.core.")) {
					continue;
				}
				ContributionKind kind = ContributionKind.ofId(point.substring("org.trainless.core.".length()))
						.orElseThrow();
				for (Element element : children(extension, null)) {
					elements.computeIfAbsent(kind, k -> new ArrayList<>()).add(new DomElement(element, contributor));
				}
			}
			return this;
		} catch (ParserConfigurationException | SAXException e) {
			throw new IOException(e);
		}
	}

	/**
	 * Adds the bundles of this checkout that contribute.
	 *
	 * @return this
	 * @throws IOException when one cannot be read
	 */
	public PluginXml addBuiltIn() throws IOException {
		for (String name : List.of("spaces", "search", "data", "proxies", "store", "stats")) {
			Path file = Path.of("..", "org.trainless." + name, "plugin.xml");
			if (Files.exists(file)) {
				try (InputStream in = Files.newInputStream(file)) {
					add("org.trainless." + name, in);
				}
			}
		}
		return this;
	}

	/**
	 * @return all declarations by kind
	 */
	public Map<ContributionKind, List<ContributionElement>> elements() {
		return elements;
	}

	private static List<Element> children(Element parent, String name) {
		List<Element> children = new ArrayList<>();
		for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
			if (n instanceof Element e && (name == null || e.getTagName().equals(name))) {
				children.add(e);
			}
		}
		return children;
	}

	private record DomElement(Element element, String contributor) implements ContributionElement {
		@Override
		public String name() {
			return element.getTagName();
		}

		@Override
		public Set<String> attributes() {
			Set<String> names = new LinkedHashSet<>();
			for (int i = 0; i < element.getAttributes().getLength(); i++) {
				names.add(element.getAttributes().item(i).getNodeName());
			}
			return names;
		}

		@Override
		public Optional<String> attribute(String name) {
			return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
		}

		@Override
		public List<ContributionElement> children() {
			return PluginXml.children(element, null).stream()
					.<ContributionElement>map(e -> new DomElement(e, contributor)).toList();
		}

		@Override
		public String text() {
			return element.getTextContent().strip().replaceAll("\\s+", " ");
		}

		@Override
		public String contributorVersion() {
			return "0.1.0";
		}

		@Override
		public Object create(String attribute) throws CreationException {
			try {
				return Class.forName(element.getAttribute(attribute)).getConstructor().newInstance();
			} catch (ReflectiveOperationException | LinkageError e) {
				throw new CreationException(e.toString(), e);
			}
		}
	}
}
