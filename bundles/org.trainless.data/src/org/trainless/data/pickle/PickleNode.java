/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * A value in a pickle together with the way to it, so that a value of the wrong kind can be reported with its place.
 */
public final class PickleNode {
	/** Bytes of 16 million numbers: more than there are labels in any dataset that is read. */
	private static final int MAX_INTEGERS = 1 << 27;

	private final Object value;
	private final String source;
	private final String path;

	PickleNode(Object value, String source, String path) {
		this.value = value;
		this.source = source;
		this.path = path;
	}

	/**
	 * @return true for Python's {@code None}
	 */
	public boolean isNone() {
		return value == null;
	}

	/**
	 * @return true when it is a dictionary
	 */
	public boolean isDict() {
		return value instanceof LinkedHashMap<?, ?>;
	}

	/**
	 * @return a dictionary's items in the file's order; keys that are not tuples as texts
	 * @throws ProblemException when it is no dictionary
	 */
	public Map<String, PickleNode> dict() throws ProblemException {
		Map<String, PickleNode> items = new LinkedHashMap<>();
		for (Map.Entry<?, ?> entry : entries().entrySet()) {
			if (!(entry.getKey() instanceof Object[])) {
				String key = String.valueOf(entry.getKey());
				items.put(key, new PickleNode(entry.getValue(), source, path + "." + key));
			}
		}
		return items;
	}

	/**
	 * A dictionary whose keys are tuples.
	 *
	 * @return items in the file's order: elements of the key as texts, and the value
	 * @throws ProblemException when it is no such dictionary
	 */
	public Map<List<String>, PickleNode> tupleDict() throws ProblemException {
		Map<List<String>, PickleNode> items = new LinkedHashMap<>();
		for (Map.Entry<?, ?> entry : entries().entrySet()) {
			if (!(entry.getKey() instanceof Object[] tuple)) {
				throw wrong("a dictionary with tuples as keys");
			}
			List<String> key = new ArrayList<>();
			for (Object element : tuple) {
				if (!(element instanceof String || element instanceof Number)) {
					throw wrong("a dictionary with tuples of texts and numbers as keys");
				}
				key.add(element.toString());
			}
			items.put(List.copyOf(key), new PickleNode(entry.getValue(), source, path + "." + key));
		}
		return items;
	}

	private Map<?, ?> entries() throws ProblemException {
		if (value instanceof LinkedHashMap<?, ?> map) {
			return map;
		}
		throw wrong("a dictionary");
	}

	/**
	 * @param key of an item that has to be there
	 * @return the item
	 * @throws ProblemException when it is not there, or this is no dictionary
	 */
	public PickleNode get(String key) throws ProblemException {
		return find(key).orElseThrow(() -> new ProblemException(Problem
				.error("wrong-content", "the pickle has no '" + key + "'" + place(), "check that it is the right file")
				.in(source)));
	}

	/**
	 * @param key of an item
	 * @return the item, if it is there
	 * @throws ProblemException when this is no dictionary
	 */
	public Optional<PickleNode> find(String key) throws ProblemException {
		Map<?, ?> map = entries();
		return map.containsKey(key) ? Optional.of(new PickleNode(map.get(key), source, path + "." + key))
				: Optional.empty();
	}

	/**
	 * @return a text
	 * @throws ProblemException when it is none
	 */
	public String text() throws ProblemException {
		if (value instanceof String text) {
			return text;
		}
		throw wrong("a text");
	}

	/**
	 * @return a finite number
	 * @throws ProblemException when it is none
	 */
	public double number() throws ProblemException {
		if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
			return number.doubleValue();
		}
		throw wrong("a finite number");
	}

	/**
	 * @return a whole number of 32 bits
	 * @throws ProblemException when it is none
	 */
	public int integer() throws ProblemException {
		if ((value instanceof Integer || value instanceof Long)
				&& ((Number) value).longValue() == ((Number) value).intValue()) {
			return ((Number) value).intValue();
		}
		throw wrong("a whole number");
	}

	/**
	 * @return the elements of a list or tuple
	 * @throws ProblemException when it is none
	 */
	public List<PickleNode> list() throws ProblemException {
		List<?> items = value instanceof ArrayList<?> list ? list
				: value instanceof Object[] tuple ? Arrays.asList(tuple) : null;
		if (items == null) {
			throw wrong("a list");
		}
		List<PickleNode> nodes = new ArrayList<>(items.size());
		for (Object item : items) {
			nodes.add(new PickleNode(item, source, path + "[" + nodes.size() + "]"));
		}
		return nodes;
	}

	/**
	 * Whole numbers as a list or as an array of one axis. Does without an object per number.
	 *
	 * @param bytes the pickle, for an array that was left in it
	 * @return the numbers
	 * @throws ProblemException when it is neither, or a number does not fit 32 bits
	 * @throws IOException      when the pickle cannot be read
	 */
	public int[] integers(ByteSource bytes) throws ProblemException, IOException {
		if (value instanceof ArrayList<?> items) {
			int[] numbers = new int[items.size()];
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = integer(items.get(i), i);
			}
			return numbers;
		}
		NumpyArray array = array();
		if (array.shape().size() != 1 || array.type().kind() == 'f') {
			throw wrong("a list of whole numbers");
		}
		if (array.data().length() > MAX_INTEGERS) {
			throw wrong("a list of whole numbers of at most " + MAX_INTEGERS + " bytes");
		}
		byte[] data = new byte[(int) array.data().length()];
		array.data().read(bytes, 0, data);
		int[] numbers = new int[data.length / array.type().bytes()];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = integer(array.type().number(data, i * array.type().bytes()), i);
		}
		return numbers;
	}

	private int integer(Object element, int index) throws ProblemException {
		if (element instanceof Integer number) {
			return number;
		}
		return new PickleNode(element, source, path + "[" + index + "]").integer();
	}

	/**
	 * @return a NumPy array
	 * @throws ProblemException when it is none
	 */
	public NumpyArray array() throws ProblemException {
		if (value instanceof NumpyArray array) {
			return array;
		}
		if (value instanceof Constructors.ArrayBuilder builder && builder.isFilled()) {
			return builder.array();
		}
		throw wrong("a NumPy array");
	}

	/**
	 * @param expected what it should be
	 * @return the problem that this is something else
	 */
	public ProblemException wrong(String expected) {
		Objects.requireNonNull(expected);
		String where = path.isEmpty() ? "the pickle" : "'" + path.substring(1) + "' in the pickle";
		return new ProblemException(Problem.error("wrong-content", where + " is not " + expected + " but " + kind(),
				"check that it is the right file").in(source));
	}

	private String place() {
		return path.isEmpty() ? "" : " in '" + path.substring(1) + "'";
	}

	private String kind() {
		if (value instanceof Number number) {
			return "the number " + number;
		}
		if (value instanceof String text) {
			return text.length() <= 40 ? "the text '" + text + "'" : "a text of " + text.length() + " characters";
		}
		if (value instanceof LinkedHashMap<?, ?>) {
			return "a dictionary";
		}
		if (value instanceof ArrayList<?> list) {
			return "a list of " + list.size();
		}
		if (value instanceof Object[] tuple) {
			return "a tuple of " + tuple.length;
		}
		if (value instanceof NumpyArray || value instanceof Constructors.ArrayBuilder) {
			return "a NumPy array";
		}
		return value == null ? "None" : "something else";
	}
}
