/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;

/**
 * The only globals that a pickle may name, and what stands in for them. All of them make plain data.
 */
final class Constructors {
	private static final Map<String, IObjectConstructor> ALLOWED = Map.ofEntries(
			Map.entry("collections.OrderedDict", Constructors::orderedDict),
			Map.entry("numpy.dtype", Constructors::dtype), Map.entry("numpy.ndarray", Constructors::ndarray),
			Map.entry("numpy.core.multiarray.scalar", Constructors::scalar),
			Map.entry("numpy._core.multiarray.scalar", Constructors::scalar),
			Map.entry("numpy.core.multiarray._reconstruct", Constructors::reconstruct),
			Map.entry("numpy._core.multiarray._reconstruct", Constructors::reconstruct),
			Map.entry("numpy.core.numeric._frombuffer", Constructors::fromBuffer),
			Map.entry("numpy._core.numeric._frombuffer", Constructors::fromBuffer),
			// how Python 3 writes bytes in protocol 2
			Map.entry("_codecs.encode", Constructors::latin1));

	private Constructors() {
	}

	/** Returns null when the global is not allowed. */
	static IObjectConstructor find(String module, String name) {
		return ALLOWED.get(module + "." + name);
	}

	/** A {@code numpy.dtype}, whose byte order is told after it was made. */
	static final class TypeBuilder implements RestrictedUnpickler.Stateful {
		private NumpyType type;

		TypeBuilder(NumpyType type) {
			this.type = type;
		}

		NumpyType type() {
			return type;
		}

		@Override
		public void setState(Object state) {
			if (!(state instanceof Object[] values) || values.length < 2 || !(values[1] instanceof String order)) {
				throw new PickleException("the state of a numpy.dtype is malformed");
			}
			type = type.ordered(order);
		}
	}

	/** An empty array that {@code _reconstruct} makes and BUILD fills. */
	static final class ArrayBuilder implements RestrictedUnpickler.Stateful {
		private NumpyArray array;

		@Override
		public void setState(Object state) {
			if (!(state instanceof Object[] values) || values.length != 5 || !(values[1] instanceof Object[] shape)
					|| !(values[2] instanceof TypeBuilder type)) {
				throw new PickleException("the state of a numpy.ndarray is malformed");
			}
			array = new NumpyArray(type.type(), shape(shape), isTrue(values[3]), bytes(values[4]));
		}

		boolean isFilled() {
			return array != null;
		}

		NumpyArray array() {
			return array;
		}
	}

	private static Object orderedDict(Object[] args) {
		Map<Object, Object> dict = new LinkedHashMap<>();
		if (args.length == 0) {
			return dict;
		}
		if (args.length == 1 && args[0] instanceof List<?> items) {
			for (Object item : items) {
				Object[] pair = item instanceof List<?> list ? list.toArray()
						: item instanceof Object[] array ? array : null;
				if (pair == null || pair.length != 2) {
					throw new PickleException("an item of a collections.OrderedDict is not a pair");
				}
				RestrictedUnpickler.put(dict, pair[0], pair[1]);
			}
			return dict;
		}
		throw new PickleException("collections.OrderedDict with strange arguments");
	}

	private static Object dtype(Object[] args) {
		if (args.length == 0 || !(args[0] instanceof String code)) {
			throw new PickleException("numpy.dtype with strange arguments");
		}
		return new TypeBuilder(NumpyType.of(code));
	}

	private static Object ndarray(Object[] args) {
		throw new PickleException("numpy.ndarray is made by _reconstruct only");
	}

	private static Object scalar(Object[] args) {
		if (args.length != 2 || !(args[0] instanceof TypeBuilder type)) {
			throw new PickleException("a NumPy scalar is malformed");
		}
		if (!(bytes(args[1]) instanceof PickledBytes.Inline data) || data.length() != type.type().bytes()) {
			throw new PickleException("a NumPy scalar has the wrong number of bytes");
		}
		return type.type().number(data.bytes(), 0);
	}

	private static Object reconstruct(Object[] args) {
		if (args.length != 3) {
			throw new PickleException("a numpy.ndarray is malformed");
		}
		return new ArrayBuilder();
	}

	private static Object fromBuffer(Object[] args) {
		if (args.length != 4 || !(args[1] instanceof TypeBuilder type) || !(args[2] instanceof Object[] shape)) {
			throw new PickleException("a numpy.ndarray is malformed");
		}
		return new NumpyArray(type.type(), shape(shape), "F".equals(args[3]), bytes(args[0]));
	}

	private static Object latin1(Object[] args) {
		if (args.length != 2 || !(args[0] instanceof String text)
				|| !("latin1".equals(args[1]) || "latin-1".equals(args[1]))) {
			throw new PickleException("_codecs.encode with strange arguments");
		}
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static boolean isTrue(Object value) {
		return Boolean.TRUE.equals(value) || value instanceof Number number && number.longValue() != 0;
	}

	private static List<Long> shape(Object[] values) {
		if (values.length > 32) {
			throw new PickleException("a NumPy array of " + values.length + " axes");
		}
		List<Long> shape = new ArrayList<>();
		for (Object value : values) {
			if (!(value instanceof Integer || value instanceof Long)) {
				throw new PickleException("the shape of a NumPy array is not of whole numbers");
			}
			shape.add(((Number) value).longValue());
		}
		return shape;
	}

	/** Bytes; strings too, since Python 2 knows no difference. */
	private static PickledBytes bytes(Object value) {
		if (value instanceof PickledBytes bytes) {
			return bytes;
		}
		if (value instanceof byte[] bytes) {
			return new PickledBytes.Inline(bytes);
		}
		if (value instanceof String text) {
			return new PickledBytes.Inline(text.getBytes(StandardCharsets.ISO_8859_1));
		}
		throw new PickleException("the data of a NumPy array are not bytes");
	}
}
