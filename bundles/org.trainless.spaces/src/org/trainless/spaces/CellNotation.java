/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.trainless.api.problem.NearestName;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;

/**
 * Reads cells as files and people write them: NATS-Bench's string, or NASLib's tuple of six numbers.
 */
final class CellNotation {
	private static final List<String> OPERATION_IDS = Arrays.stream(Operation.values()).map(Operation::id).toList();
	private static final int EDGES = 6;
	private static final Pattern INDEX = Pattern.compile("\\s*\\d+\\s*");
	private static final int MAXIMUM_LENGTH = 1000;
	private static final String REMEDY = "write it like "
			+ "|nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|none~1|none~2|";

	private static final String TUPLE_REMEDY = "write six numbers: 0 skip_connect, 1 none, 2 nor_conv_3x3, "
			+ "3 nor_conv_1x1, 4 avg_pool_3x3 on the edges 0→1, 0→2, 0→3, 1→2, 1→3, 2→3";

	private final String text;
	private String remedy = REMEDY;
	private int at;

	private CellNotation(String text) {
		this.text = text;
	}

	static Cell read(String text) throws ProblemException {
		if (text.length() > MAXIMUM_LENGTH) {
			throw new ProblemException(Problem.error("bad-architecture",
					"not an architecture: " + text.length() + " characters", REMEDY, Position.START));
		}
		CellNotation reader = new CellNotation(text);
		reader.skipBlanks();
		if (INDEX.matcher(text).matches()) {
			throw reader.bad("'" + text.strip() + "' is a number; an index is not read here", REMEDY, reader.at,
					text.strip().length());
		}
		boolean tuple = reader.at < text.length() && "([0123456789".indexOf(text.charAt(reader.at)) >= 0;
		return tuple ? reader.tuple() : reader.string();
	}

	private Cell string() throws ProblemException {
		List<Operation> operations = new ArrayList<>();
		for (int to = 1; to <= 3; to++) {
			if (to > 1) {
				expect('+');
			}
			expect('|');
			for (int from = 0; from < to; from++) {
				operations.add(operation());
				expect('~');
				int source = at;
				expectSource(from, to, source);
				expect('|');
			}
		}
		end();
		return new Cell(operations);
	}

	private void expectSource(int from, int to, int position) throws ProblemException {
		if (at >= text.length() || text.charAt(at) != '0' + from) {
			throw bad("edge " + (from + 1) + " into node " + to + " must come from node " + from, REMEDY, position, 1);
		}
		at++;
	}

	private Operation operation() throws ProblemException {
		int start = at;
		while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
			at++;
		}
		String id = text.substring(start, at);
		return Operation.ofId(id).orElseThrow(() -> unknown(id, start));
	}

	private ProblemException unknown(String id, int start) {
		String what = id.isEmpty() ? "an operation is missing" : "unknown operation '" + id + "'";
		String meant = NearestName.of(id, OPERATION_IDS).map(near -> "did you mean " + near + "?")
				.orElse("one of " + String.join(", ", OPERATION_IDS));
		return bad(what, meant, start, id.length());
	}

	private Cell tuple() throws ProblemException {
		remedy = TUPLE_REMEDY;
		char close = 0;
		if (text.charAt(at) == '(' || text.charAt(at) == '[') {
			close = text.charAt(at) == '(' ? ')' : ']';
			at++;
		}
		Operation[] operations = new Operation[EDGES];
		for (int i = 0; i < EDGES; i++) {
			if (i > 0) {
				skipBlanks();
				expect(',');
			}
			skipBlanks();
			int digit = at < text.length() ? text.charAt(at) - '0' : -1;
			if (digit < 0 || digit >= NaslibTuple.OPERATIONS.size()) {
				throw bad("a tuple has six numbers from 0 to 4", remedy, at, 1);
			}
			at++;
			int from = NaslibTuple.EDGES.get(i).get(0);
			int to = NaslibTuple.EDGES.get(i).get(1);
			operations[to * (to - 1) / 2 + from] = NaslibTuple.OPERATIONS.get(digit);
		}
		skipBlanks();
		if (close != 0) {
			expect(close);
		}
		end();
		return new Cell(List.of(operations));
	}

	private void end() throws ProblemException {
		skipBlanks();
		if (at < text.length()) {
			throw bad("the architecture goes on after its end", "remove it", at, text.length() - at);
		}
	}

	private void skipBlanks() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
	}

	private void expect(char c) throws ProblemException {
		if (at >= text.length() || text.charAt(at) != c) {
			String found = at >= text.length() ? "the end" : "'" + text.charAt(at) + "'";
			throw bad("expected '" + c + "', found " + found, remedy, at, 1);
		}
		at++;
	}

	private ProblemException bad(String message, String advice, int offset, int length) {
		int covered = Math.max(0, Math.min(length, text.length() - offset));
		return new ProblemException(Problem.error("bad-architecture", "not an architecture: " + message, advice,
				new Position(1, offset + 1, offset, covered)));
	}
}
