/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;

/** Selections as bytes: what comes out is equal to what went in. */
final class SelectionCodec {
	private static final char LIST = 'l';
	private static final char INTEGER = 'i';
	private static final char NUMBER = 'n';
	private static final char BOOLEAN = 'b';
	private static final char TEXT = 't';
	private static final char PATH = 'p';
	private static final char GROUP = 'g';
	private static final char SELECTION = 's';

	private SelectionCodec() {
	}

	static void write(DataOutputStream out, Selection selection) throws IOException {
		Frames.writeText(out, selection.kind().name());
		Frames.writeText(out, selection.id());
		write(out, selection.parameters());
	}

	static Selection read(DataInputStream in) throws IOException {
		return new Selection(ContributionKind.valueOf(Frames.readText(in)), Frames.readText(in), readParameters(in));
	}

	private static void write(DataOutputStream out, Parameters parameters) throws IOException {
		out.writeInt(parameters.asMap().size());
		for (Map.Entry<String, Object> entry : parameters.asMap().entrySet()) {
			Frames.writeText(out, entry.getKey());
			writeValue(out, entry.getValue());
		}
	}

	private static Parameters readParameters(DataInputStream in) throws IOException {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int n = in.readInt(); n > 0; n--) {
			values.put(Frames.readText(in), readValue(in));
		}
		return Parameters.of(values);
	}

	private static void writeValue(DataOutputStream out, Object value) throws IOException {
		switch (value) {
		case List<?> list -> {
			out.writeByte(LIST);
			out.writeInt(list.size());
			for (Object item : list) {
				writeValue(out, item);
			}
		}
		case Long integer -> {
			out.writeByte(INTEGER);
			out.writeLong(integer);
		}
		case Double number -> {
			out.writeByte(NUMBER);
			out.writeLong(Double.doubleToRawLongBits(number));
		}
		case Boolean bool -> {
			out.writeByte(BOOLEAN);
			out.writeBoolean(bool);
		}
		case String text -> {
			out.writeByte(TEXT);
			Frames.writeText(out, text);
		}
		case Path path -> {
			out.writeByte(PATH);
			Frames.writeText(out, path.toString());
		}
		case Parameters group -> {
			out.writeByte(GROUP);
			write(out, group);
		}
		case Selection selection -> {
			out.writeByte(SELECTION);
			write(out, selection);
		}
		default -> throw new IllegalArgumentException("no parameter has a value of " + value.getClass());
		}
	}

	private static Object readValue(DataInputStream in) throws IOException {
		char type = (char) in.readByte();
		return switch (type) {
		case LIST -> {
			List<Object> items = new ArrayList<>();
			for (int n = in.readInt(); n > 0; n--) {
				items.add(readValue(in));
			}
			yield List.copyOf(items);
		}
		case INTEGER -> in.readLong();
		case NUMBER -> Double.longBitsToDouble(in.readLong());
		case BOOLEAN -> in.readBoolean();
		case TEXT -> Frames.readText(in);
		case PATH -> Path.of(Frames.readText(in));
		case GROUP -> readParameters(in);
		case SELECTION -> read(in);
		default -> throw new IOException("a value of type " + type);
		};
	}
}
