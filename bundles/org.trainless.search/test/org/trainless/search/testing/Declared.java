/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.trainless.api.param.Parameters;
import org.trainless.api.strategy.StrategyFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Strategies as this bundle's plugin.xml declares them, so that tests cannot know other parameters than users do. */
public final class Declared {
	private Declared() {
	}

	/**
	 * @return ids of all strategies
	 */
	public static List<String> ids() {
		return strategies().stream().map(s -> s.getAttribute("id")).toList();
	}

	/**
	 * @param id of a strategy
	 * @return a new factory of its class
	 */
	public static StrategyFactory factory(String id) {
		try {
			return (StrategyFactory) Class.forName(strategy(id).getAttribute("class")).getConstructor().newInstance();
		} catch (ReflectiveOperationException e) {
			throw new AssertionError("strategy " + id + " has no usable class", e);
		}
	}

	/**
	 * @param id     of a strategy
	 * @param stated values that differ from the defaults
	 * @return the values that a file with the stated ones gives
	 */
	public static Parameters parameters(String id, Map<String, ?> stated) {
		return values(strategy(id), stated);
	}

	/**
	 * @param id     of a strategy
	 * @param group  name of one of its groups
	 * @param stated values that differ from the defaults
	 * @return the values of the group
	 */
	public static Parameters group(String id, String group, Map<String, ?> stated) {
		return values(children(strategy(id), "parameter").stream().filter(p -> p.getAttribute("name").equals(group))
				.findFirst().orElseThrow(), stated);
	}

	private static Parameters values(Element owner, Map<String, ?> stated) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (Element parameter : children(owner, "parameter")) {
			String name = parameter.getAttribute("name");
			if (stated.containsKey(name)) {
				values.put(name, stated.get(name));
			} else if (parameter.hasAttribute("default")) {
				values.put(name, value(parameter.getAttribute("type"), parameter.getAttribute("default")));
			} else if (parameter.getAttribute("required").equals("true")) {
				throw new AssertionError("parameter " + name + " is required");
			}
		}
		if (!values.keySet().containsAll(stated.keySet())) {
			throw new AssertionError("of " + stated.keySet() + " only " + values.keySet() + " are declared");
		}
		return Parameters.of(values);
	}

	private static Object value(String type, String text) {
		return switch (type) {
		case "integer" -> Long.valueOf(text);
		case "boolean" -> Boolean.valueOf(text);
		case "choice" -> text;
		default -> throw new AssertionError("a default of type " + type);
		};
	}

	private static Element strategy(String id) {
		return strategies().stream().filter(s -> s.getAttribute("id").equals(id)).findFirst().orElseThrow();
	}

	private static List<Element> strategies() {
		try {
			Element root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
					.parse(Path.of("plugin.xml").toFile()).getDocumentElement();
			return children(root, "extension").stream().flatMap(e -> children(e, "strategy").stream()).toList();
		} catch (IOException | SAXException | ParserConfigurationException e) {
			throw new AssertionError("plugin.xml cannot be read", e);
		}
	}

	/**
	 * @param parent an element
	 * @param name   name of children
	 * @return its children of that name
	 */
	private static List<Element> children(Element parent, String name) {
		NodeList nodes = parent.getChildNodes();
		List<Element> children = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
				children.add(element);
			}
		}
		return children;
	}
}
