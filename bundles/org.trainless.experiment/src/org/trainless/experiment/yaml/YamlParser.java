/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.trainless.api.problem.Problem;

/**
 * Reads the subset of YAML 1.2 that experiment files are written in: one document of mappings, sequences and scalars,
 * without anchors, aliases, tags and repeated keys, of limited size and depth. Whatever the text is, the result is a
 * document; nothing is thrown. Immutable and thread-safe.
 */
public final class YamlParser {
	/** Largest text, in characters. */
	public static final int MAX_LENGTH = 1 << 20;
	/** Deepest nesting of mappings and sequences. */
	public static final int MAX_DEPTH = 32;
	/** Most mappings, sequences and scalars together. */
	public static final int MAX_NODES = 100_000;

	private static final int MAX_PROBLEMS = 100;

	/**
	 * @param source the file as the user names it, for problems
	 * @param text   the file's content
	 * @return the document with all problems
	 */
	public YamlDocument parse(String source, String text) {
		return new Run(source, text).parse();
	}

	/** What is open while a text is read. A stack of these instead of recursion: a text cannot exhaust the thread's. */
	private static final class Open {
		final boolean mapping;
		final boolean flow;
		final int start;
		final List<Mapping.Entry> entries = new ArrayList<>();
		final List<Node> items = new ArrayList<>();
		final Map<String, Scalar> keys = new HashMap<>();
		Scalar key;
		boolean keyRead;
		int end;

		Open(boolean mapping, boolean flow, int start) {
			this.mapping = mapping;
			this.flow = flow;
			this.start = start;
			this.end = start;
		}
	}

	private static final class Run {
		private final String source;
		private final String text;
		private final LineIndex lines;
		private final List<Problem> problems = new ArrayList<>();
		private final List<Open> stack = new ArrayList<>();
		private int[] offsets;
		private int nodes;
		private Node root;

		Run(String source, String text) {
			this.source = source;
			this.text = text;
			this.lines = new LineIndex(text);
		}

		YamlDocument parse() {
			boolean whole = isReadable() && read();
			if (whole && root == null) {
				add(location(0, 0).error("empty-file", "the file holds nothing",
						"an experiment begins with the line 'format: 1'"));
			}
			return new YamlDocument(source, text, lines, whole ? Optional.ofNullable(root) : Optional.empty(),
					problems);
		}

		private boolean isReadable() {
			if (text.length() > MAX_LENGTH) {
				add(location(0, 0).error("too-large",
						"the file has " + text.length() + " characters; an experiment has at most " + MAX_LENGTH,
						"check that this is an experiment file"));
				return false;
			}
			int length;
			for (int i = 0; i < text.length(); i += length) {
				int c = text.codePointAt(i);
				length = Character.charCount(c);
				if (!StreamReader.isPrintable(c)) {
					add(location(i, i + length).error("bad-character",
							String.format("the character U+%04X must not stand in a file", c),
							c == 0 ? "check that the file is text in UTF-8" : "remove it"));
					return false;
				}
			}
			offsets = codePointOffsets(text);
			return true;
		}

		/** Marks count code points, editors count characters. */
		private static int[] codePointOffsets(String text) {
			int count = text.codePointCount(0, text.length());
			if (count == text.length()) {
				return new int[0];
			}
			int[] offsets = new int[count + 1];
			int offset = 0;
			for (int i = 0; i < count; i++) {
				offsets[i] = offset;
				offset += Character.charCount(text.codePointAt(offset));
			}
			offsets[count] = offset;
			return offsets;
		}

		private int offset(Optional<Mark> mark) {
			int index = mark.map(Mark::getIndex).orElse(0);
			if (offsets.length == 0) {
				return Math.min(index, text.length());
			}
			return offsets[Math.min(index, offsets.length - 1)];
		}

		private Location location(int from, int to) {
			return new Location(source, Optional.of(lines.position(from, Math.max(from, to))));
		}

		private void add(Problem problem) {
			if (problems.size() < MAX_PROBLEMS) {
				problems.add(problem);
			}
		}

		private boolean read() {
			LoadSettings settings = LoadSettings.builder().setLabel(source).setUseMarks(true)
					.setCodePointLimit(MAX_LENGTH + 1).build();
			try {
				Iterator<Event> events = new Parse(settings).parseString(text).iterator();
				int documents = 0;
				while (events.hasNext()) {
					Event event = events.next();
					if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
						int at = offset(event.getStartMark());
						add(location(at, offset(event.getEndMark())).error("several-documents",
								"a second document begins here",
								"an experiment file holds one; remove the '---' line"));
						return true;
					}
					if (!take(event)) {
						return false;
					}
				}
				return true;
			} catch (MarkedYamlEngineException e) {
				add(SyntaxProblem.of(e, text, this::offset, this::location));
			} catch (YamlVersionException e) {
				add(location(0, 0).error("yaml-syntax",
						"the '%YAML' line names a version of YAML that does not exist here",
						"remove it; files are YAML 1.2"));
			} catch (YamlEngineException e) {
				add(location(0, 0).error("yaml-syntax", "the file is not YAML: " + firstLine(e), ""));
			} catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
				// a defect of the YAML library must not lose what the user is typing
				add(location(0, 0).error("yaml-syntax", "the file cannot be read as YAML: " + firstLine(e),
						"check what was changed last"));
			}
			return false;
		}

		private static String firstLine(RuntimeException e) {
			return String.valueOf(e.getMessage()).lines().map(SyntaxProblem::oneLine).findFirst()
					.orElse(e.getClass().getSimpleName());
		}

		/** @return false when reading must stop */
		private boolean take(Event event) {
			int from = offset(event.getStartMark());
			int to = offset(event.getEndMark());
			switch (event.getEventId()) {
			case MappingStart, SequenceStart -> {
				CollectionStartEvent start = (CollectionStartEvent) event;
				refuseProperties(start, start.getTag(), from);
				if (stack.size() == MAX_DEPTH) {
					add(location(from, from).error("too-deep",
							"this is nested deeper than " + MAX_DEPTH + " mappings and lists",
							"no experiment needs that; check the indentation"));
					return false;
				}
				stack.add(new Open(event.getEventId() == Event.ID.MappingStart, start.getFlowStyle() == FlowStyle.FLOW,
						from));
			}
			case MappingEnd, SequenceEnd -> {
				Open open = stack.remove(stack.size() - 1);
				Location location = location(open.start, open.flow ? to : open.end);
				return complete(open.mapping ? new Mapping(open.entries, open.flow, location)
						: new Sequence(open.items, open.flow, location));
			}
			case Scalar -> {
				ScalarEvent scalar = (ScalarEvent) event;
				refuseProperties(scalar, scalar.getTag(), from);
				ScalarStyle style = style(scalar);
				int end = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED ? trimmed(from, to) : to;
				refuseLoneSurrogates(scalar.getValue(), from, end);
				return complete(new Scalar(scalar.getValue(), style, text.substring(from, end), location(from, end)));
			}
			case Alias -> {
				String name = ((AliasEvent) event).getAlias().getValue();
				add(location(from, to).error("alias", "the alias '*" + name + "' is not allowed",
						"write the value here once more, or put it in quotes if a text with '*' is meant"));
				return complete(new Alias(name, location(from, to)));
			}
			default -> {
				// beginnings and ends of stream and document hold nothing
			}
			}
			return true;
		}

		private void refuseProperties(NodeEvent event, Optional<String> tag, int from) {
			event.getAnchor()
					.ifPresent(anchor -> add(location(from, from).error("anchor",
							"the anchor '&" + anchor.getValue() + "' is not allowed",
							"remove it, or put the value in quotes if a text with '&' is meant")));
			tag.ifPresent(t -> add(location(from, from).error("tag", "the tag '" + t + "' is not allowed",
					"remove it: types follow from the keys; put the value in quotes if a text with '!' is meant")));
		}

		private void refuseLoneSurrogates(String value, int from, int to) {
			for (int i = 0; i < value.length(); i++) {
				char c = value.charAt(i);
				boolean paired = Character.isHighSurrogate(c) && i + 1 < value.length()
						&& Character.isLowSurrogate(value.charAt(i + 1));
				if (paired) {
					i++;
				} else if (Character.isSurrogate(c)) {
					add(location(from, to).error("bad-character",
							String.format("the escape \\u%04X is half of a character", (int) c), "remove it"));
					return;
				}
			}
		}

		private static ScalarStyle style(ScalarEvent event) {
			return switch (event.getScalarStyle()) {
			case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
			case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
			case LITERAL -> ScalarStyle.LITERAL;
			case FOLDED -> ScalarStyle.FOLDED;
			case PLAIN -> ScalarStyle.PLAIN;
			};
		}

		/** A block scalar ends with its last line that is not blank; the line end belongs to what follows. */
		private int trimmed(int from, int to) {
			int end = to;
			int lastVisible = to;
			while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
				end--;
				if (text.charAt(end) == '\n' || text.charAt(end) == '\r') {
					lastVisible = end;
				}
			}
			return lastVisible;
		}

		private boolean complete(Node node) {
			if (++nodes > MAX_NODES) {
				add(location(startOf(node), startOf(node)).error("too-large",
						"the file holds more than " + MAX_NODES + " values", "check that this is an experiment file"));
				return false;
			}
			if (stack.isEmpty()) {
				root = node;
				return true;
			}
			Open open = stack.get(stack.size() - 1);
			open.end = Math.max(open.end, endOf(node));
			if (!open.mapping) {
				open.items.add(node);
			} else if (!open.keyRead) {
				open.keyRead = true;
				open.key = key(open, node);
			} else {
				if (open.key != null) {
					open.entries.add(new Mapping.Entry(open.key, node));
				}
				open.keyRead = false;
			}
			return true;
		}

		private Scalar key(Open open, Node node) {
			boolean usable = node instanceof Scalar s && !s.isNull() && s.style() != ScalarStyle.LITERAL
					&& s.style() != ScalarStyle.FOLDED;
			if (!usable) {
				if (!(node instanceof Alias)) {
					add(node.location().error("bad-key", "a key must be a word, but is " + node.kind(),
							"write 'key: value'; put values that hold braces or brackets in quotes"));
				}
				return null;
			}
			Scalar key = (Scalar) node;
			Scalar first = open.keys.putIfAbsent(key.value(), key);
			if (first != null) {
				add(key.location().error("duplicate-key", "the key '" + key.value() + "' stands here a second time",
						"the first is in line " + first.location().position().orElseThrow().line() + "; remove one"));
			}
			return key;
		}

		private static int startOf(Node node) {
			return node.location().position().orElseThrow().offset();
		}

		private static int endOf(Node node) {
			return startOf(node) + node.location().position().orElseThrow().length();
		}
	}
}
