/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * The library's unpickler, except that
 * <ul>
 * <li>globals are looked up in {@link Constructors} and nowhere else: the library's registry is static, knows more than
 * we want, and turns what it does not know into a dictionary;</li>
 * <li>no method is called by reflection: BUILD speaks to {@link Stateful} only;</li>
 * <li>lengths are compared with what is left of the file before memory is allocated, lines, counts and all that is held
 * in memory are bounded, and long byte strings stay in the file;</li>
 * <li>dictionaries keep their order, and keys must be what Python could hash: numbers, texts and tuples.</li>
 * </ul>
 */
final class RestrictedUnpickler extends Unpickler {
	/** Byte strings from this length on are left in the file. */
	private static final int LONG = 1 << 16;
	/** Python 2 writes strings below this length with another instruction. */
	private static final int SHORT = 1 << 8;
	/** A line holds a number, a short text or a name. */
	private static final int LINE = 1 << 12;
	/** Bytes that an item of a dictionary takes at least. */
	private static final int ITEM = 64;
	/** 1024 bytes are numbers of 2,400 digits: more than any file needs. */
	private static final int LONGEST_INTEGER = 1 << 10;

	private final SourceInput in;
	private final PickleLimits limits;
	private long instructions;
	/** Bytes of copies that constructors made of objects which the file names again and again. */
	private long copied;

	/** What BUILD may be applied to. */
	interface Stateful {
		void setState(Object state);
	}

	/** A global that is not allowed. */
	static final class RefusedException extends PickleException {
		private static final long serialVersionUID = 1L;

		RefusedException(String what) {
			super(what);
		}
	}

	RestrictedUnpickler(ByteSource source, PickleLimits limits) {
		this.in = new SourceInput(source);
		this.limits = limits;
	}

	Object load() throws IOException {
		return load(in);
	}

	long position() {
		return in.position();
	}

	@Override
	protected Object dispatch(short key) throws IOException {
		if (++instructions > limits.instructions()) {
			throw new PickleException("it has more than " + limits.instructions() + " instructions");
		}
		checkMemory(0);
		switch (key) {
		case Opcodes.GLOBAL, Opcodes.INST -> global();
		case Opcodes.STACK_GLOBAL -> {
			Object name = stack.pop();
			Object module = stack.pop();
			if (!(name instanceof String n && module instanceof String m)) {
				throw new PickleException("the name of a global is not a text");
			}
			push(m, n);
		}
		case Opcodes.REDUCE, Opcodes.NEWOBJ -> reduce();
		case Opcodes.BUILD -> build();
		case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<>());
		case Opcodes.DICT -> {
			List<Object> items = stack.pop_all_since_marker();
			Map<Object, Object> dict = new LinkedHashMap<>();
			putAll(dict, items);
			stack.add(dict);
		}
		case Opcodes.SETITEM -> {
			Object value = stack.pop();
			Object name = stack.pop();
			put(dict(stack.peek()), name, value);
		}
		case Opcodes.SETITEMS -> {
			List<Object> items = stack.pop_all_since_marker();
			putAll(dict(stack.peek()), items);
		}
		case Opcodes.APPENDS -> {
			List<Object> items = stack.pop_all_since_marker();
			list(stack.peek()).addAll(items);
		}
		case Opcodes.APPEND -> {
			Object item = stack.pop();
			list(stack.peek()).add(item);
		}
		case Opcodes.BINSTRING -> string(length(4));
		case Opcodes.BINBYTES -> bytes(length(4));
		case Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> bytes(length(8));
		case Opcodes.BINUNICODE -> text(length(4));
		case Opcodes.BINUNICODE8 -> text(length(8));
		case Opcodes.LONG4 -> {
			int length = available(length(4), LONGEST_INTEGER);
			stack.add(PickleUtils.decode_long(PickleUtils.readbytes(in, length)));
		}
		case Opcodes.INT, Opcodes.LONG, Opcodes.FLOAT, Opcodes.STRING, Opcodes.UNICODE, Opcodes.GET, Opcodes.PUT -> {
			in.boundLine(LINE);
			super.dispatch(key);
			in.unboundLine();
		}
		case Opcodes.ADDITEMS, Opcodes.FROZENSET, Opcodes.EMPTY_SET, Opcodes.STOP, Opcodes.MARK, Opcodes.POP,
				Opcodes.POP_MARK, Opcodes.DUP, Opcodes.BININT, Opcodes.BININT1, Opcodes.BININT2, Opcodes.NONE,
				Opcodes.SHORT_BINSTRING, Opcodes.BINGET, Opcodes.LONG_BINGET, Opcodes.LIST, Opcodes.EMPTY_LIST,
				Opcodes.BINPUT, Opcodes.LONG_BINPUT, Opcodes.TUPLE, Opcodes.EMPTY_TUPLE, Opcodes.BINFLOAT,
				Opcodes.PROTO, Opcodes.TUPLE1, Opcodes.TUPLE2, Opcodes.TUPLE3, Opcodes.NEWTRUE, Opcodes.NEWFALSE,
				Opcodes.LONG1, Opcodes.SHORT_BINBYTES, Opcodes.SHORT_BINUNICODE, Opcodes.MEMOIZE, Opcodes.FRAME,
				Opcodes.READONLY_BUFFER -> {
			if (key == Opcodes.ADDITEMS || key == Opcodes.FROZENSET) {
				checkSetItems();
			}
			return super.dispatch(key);
		}
		default -> throw new PickleException("instruction " + key + " is not one that data need");
		}
		return NO_RETURN_VALUE;
	}

	private void global() throws IOException {
		in.boundLine(LINE);
		String module = PickleUtils.readline(in);
		String name = PickleUtils.readline(in);
		in.unboundLine();
		if (in.remaining() <= 0) {
			// half a name would be taken for one that is refused
			throw new EOFException("the file ends within the name of a global");
		}
		push(module, name);
	}

	private void push(String module, String name) {
		IObjectConstructor constructor = Constructors.find(module, name);
		if (constructor == null) {
			throw new RefusedException(printable(module) + "." + printable(name));
		}
		stack.add(constructor);
	}

	/** Names go into messages: keep the terminal safe and the line short. */
	private static String printable(String name) {
		String text = name.length() > 80 ? name.substring(0, 80) + "…" : name;
		return text.codePoints().map(c -> Character.isISOControl(c) ? '?' : c)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	private void reduce() {
		Object arguments = stack.pop();
		Object constructor = stack.pop();
		if (!(arguments instanceof Object[] values && constructor instanceof IObjectConstructor c)) {
			throw new PickleException("something that is not a global is called");
		}
		chargeCopies(values);
		stack.add(c.construct(values));
	}

	private void build() {
		Object state = stack.pop();
		if (!(stack.peek() instanceof Stateful target)) {
			throw new PickleException("state is given to something that has none");
		}
		if (state instanceof Object[] values) {
			chargeCopies(values);
		}
		target.setState(state);
	}

	/** An object that is remembered costs two bytes to name again, but a constructor may copy it each time. */
	private void chargeCopies(Object[] values) {
		for (Object value : values) {
			if (value instanceof String text) {
				copied += text.length();
			} else if (value instanceof List<?> list) {
				copied += (long) list.size() * ITEM;
			}
		}
		checkMemory(0);
	}

	/** What is held in memory was read or copied: nothing else can be large. */
	private void checkMemory(long more) {
		if (in.taken() + copied + more > limits.inMemory()) {
			throw new PickleException("it fills more than " + limits.inMemory() + " bytes of memory");
		}
	}

	private void checkSetItems() {
		List<Object> items = stack.pop_all_since_marker();
		items.forEach(RestrictedUnpickler::checkHashable);
		stack.add_mark();
		items.forEach(stack::add);
	}

	private static void checkHashable(Object value) {
		if (!(value == null || value instanceof String || value instanceof Number || value instanceof Boolean
				|| value instanceof Object[])) {
			throw new PickleException("a key of a dictionary is neither number nor text nor tuple");
		}
	}

	static void put(Map<Object, Object> dict, Object key, Object value) {
		checkHashable(key);
		dict.put(key, value);
	}

	private static void putAll(Map<Object, Object> dict, List<Object> items) {
		if (items.size() % 2 != 0) {
			throw new PickleException("a dictionary has a key without a value");
		}
		for (int i = 0; i < items.size(); i += 2) {
			put(dict, items.get(i), items.get(i + 1));
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<Object, Object> dict(Object value) {
		if (value instanceof LinkedHashMap<?, ?> dict) {
			return (Map<Object, Object>) dict;
		}
		throw new PickleException("an item is put into something that is not a dictionary");
	}

	@SuppressWarnings("unchecked")
	private static List<Object> list(Object value) {
		if (value instanceof ArrayList<?> list) {
			return (List<Object>) list;
		}
		throw new PickleException("an item is appended to something that is not a list");
	}

	private long length(int width) throws IOException {
		byte[] bytes = PickleUtils.readbytes(in, width);
		long length = width == 8 ? PickleUtils.bytes_to_long(bytes, 0) : PickleUtils.bytes_to_uint(bytes, 0);
		if (length < 0 || length > in.remaining()) {
			throw new EOFException("an item of " + Long.toUnsignedString(length) + " bytes is announced but "
					+ in.remaining() + " are left");
		}
		return length;
	}

	private static int available(long length, int limit) {
		if (length > limit) {
			throw new PickleException("an item of " + length + " bytes is longer than the " + limit + " allowed here");
		}
		return (int) length;
	}

	private void bytes(long length) throws IOException {
		if (length < LONG) {
			checkMemory(length);
			stack.add(PickleUtils.readbytes(in, (int) length));
		} else {
			stack.add(new PickledBytes.Region(in.position(), length));
			in.pass(length);
		}
	}

	/** A string of Python 2 is a name when it is short, data when it is long: it says no more of itself. */
	private void string(long length) throws IOException {
		if (length < SHORT) {
			stack.add(new String(PickleUtils.readbytes(in, (int) length), StandardCharsets.ISO_8859_1));
		} else {
			bytes(length);
		}
	}

	private void text(long length) throws IOException {
		checkMemory(length);
		stack.add(new String(PickleUtils.readbytes(in, (int) length), StandardCharsets.UTF_8));
	}
}
