/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.yaml.Lines;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

/**
 * Changes of a document as changes of its text: each touches only the characters of what it changes, so that comments,
 * order and layout stay. Every edit is read back before it is returned: it means the change that was asked for and
 * nothing else, or there is none.
 * <p>
 * Values that are set to what they were in a remembered document are written as they were written there. An editor that
 * remembers the document as it was opened so restores it character by character when a value is typed back.
 * <p>
 * Immutable and thread-safe; an edit is for the document's text and no other.
 */
public final class TextEdits {
	private static final Location NOWHERE = new Location("", Optional.empty());
	private static final String ID = "id";
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final YamlDocument document;
	private final YamlDocument remembered;
	private final String text;

	private TextEdits(YamlDocument document, YamlDocument remembered) {
		this.document = Objects.requireNonNull(document);
		this.remembered = Objects.requireNonNull(remembered);
		this.text = document.text();
	}

	/**
	 * @param document what is to be changed
	 * @return changes of it
	 */
	public static TextEdits of(YamlDocument document) {
		return new TextEdits(document, document);
	}

	/**
	 * @param earlier the document as it was, for example when it was opened
	 * @return changes of the same document that write values as they are written in the earlier one
	 */
	public TextEdits remembering(YamlDocument earlier) {
		return new TextEdits(document, earlier);
	}

	/**
	 * Gives a value to a key or list item. Keys that are missing are added, each as the last of its mapping; where a
	 * contribution stands as its bare id and gets a parameter, it becomes a mapping.
	 *
	 * @param path  to a key, which need not be there, or to a list item, which must be there
	 * @param value the value
	 * @return the change; empty when that is the value already
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit set(NodePath path, NewValue value) throws ProblemException {
		Node root = root();
		Optional<Node> existing = document.find(path);
		if (existing.isPresent()) {
			return existing.get() instanceof Scalar scalar && !(value instanceof NewValue.Fields)
					&& !(value instanceof NewValue.Items) ? setScalar(root, path, scalar, value)
							: replace(root, path, existing.get(), value);
		}
		NodePath holder = path.parent();
		NewValue inner = value;
		String key = path.last();
		while (document.find(holder).isEmpty()) {
			inner = new NewValue.Fields(Map.of(key, inner));
			key = holder.last();
			holder = holder.parent();
		}
		Node found = document.find(holder).orElseThrow();
		if (found instanceof Mapping mapping) {
			return verified(insertions(mapping, key, inner), Tree.with(root, holder.child(key), inner.node(NOWHERE)));
		}
		if (found instanceof Scalar scalar) {
			Map<String, NewValue> keys = new LinkedHashMap<>();
			if (!scalar.isNull()) {
				keys.put(ID, new NewValue.Text(scalar.value()));
			}
			keys.put(key, inner);
			return replace(root, holder, scalar, new NewValue.Fields(keys));
		}
		throw refused("the list '" + holder + "' has no item " + key);
	}

	/**
	 * Removes a key with its value, or a list item. What would be left as an empty mapping is removed with it.
	 *
	 * @param path to what is removed
	 * @return the change; empty when it is not there
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit remove(NodePath path) throws ProblemException {
		Node root = root();
		if (path.isRoot()) {
			throw refused("the whole file cannot be removed");
		}
		if (document.find(path).isEmpty()) {
			return new TextEdit(0, 0, "");
		}
		NodePath holder = path.parent();
		Node found = document.find(holder).orElseThrow();
		Node expected = Tree.without(root, path);
		Optional<TextEdit> restored = restored(root, expected, holder);
		if (restored.isPresent()) {
			return restored.get();
		}
		if (found instanceof Mapping mapping) {
			if (mapping.entries().size() == 1) {
				return holder.isRoot() || document.find(holder.parent()).orElse(null) instanceof Sequence
						? replace(root, holder, mapping, new NewValue.Fields(Map.of()))
						: remove(holder);
			}
			return verified(List.of(mapping.flow() ? flowRemoval(entries(mapping), indexOf(mapping, path.last()))
					: blockRemoval(mapping, indexOf(mapping, path.last()))), expected);
		}
		Sequence sequence = (Sequence) found;
		if (sequence.items().size() == 1) {
			return replace(root, holder, sequence, new NewValue.Items(List.of()));
		}
		int index = Integer.parseInt(path.last());
		return verified(List.of(sequence.flow() ? flowRemoval(items(sequence), index) : itemRemoval(sequence, index)),
				expected);
	}

	/**
	 * Adds a list item.
	 *
	 * @param list  path to a list; when it is not there it is added
	 * @param index number that the item gets, from 0
	 * @param item  the item
	 * @return the change
	 * @throws ProblemException          when the text has errors, or this can only be done by editing the text
	 * @throws IndexOutOfBoundsException when the list has fewer items
	 */
	public TextEdit insert(NodePath list, int index, NewValue item) throws ProblemException {
		Node root = root();
		Node found = document.find(list).orElse(null);
		if (!(found instanceof Sequence sequence) || sequence.items().isEmpty()) {
			Objects.checkIndex(index, 1);
			return set(list, new NewValue.Items(List.of(item)));
		}
		Objects.checkIndex(index, sequence.items().size() + 1);
		Node expected = Tree.withItem(root, list.child(index), item.node(NOWHERE));
		return verified(List.of(sequence.flow() ? flowInsertion(items(sequence), index, item.flow())
				: itemInsertion(sequence, index, item)), expected);
	}

	/**
	 * Adds a copy of a list item behind it, written as it is written.
	 *
	 * @param item path to a list item
	 * @return the change
	 * @throws ProblemException         when the text has errors, or this can only be done by editing the text
	 * @throws IllegalArgumentException when there is no such item
	 */
	public TextEdit duplicate(NodePath item) throws ProblemException {
		Node root = root();
		Sequence sequence = holder(item);
		int index = Integer.parseInt(item.last());
		Node copied = sequence.items().get(index);
		Node expected = Tree.withItem(root, item.parent().child(index + 1), copied);
		List<TextEdit> candidates = new ArrayList<>();
		if (!sequence.flow()) {
			int dash = dash(start(copied));
			int end = Lines.end(text, end(copied));
			candidates.add(new TextEdit(end, 0, lineBreak() + text.substring(Lines.start(text, dash), end)));
		}
		NewValue value = NewValue.of(copied);
		candidates.add(sequence.flow() ? flowInsertion(items(sequence), index + 1, value.flow())
				: itemInsertion(sequence, index + 1, value));
		return verified(candidates, expected);
	}

	/**
	 * Lets two neighbours of a list change places. Comments right above an item go with it.
	 *
	 * @param list  path to a list
	 * @param index number of the first of the two, from 0
	 * @return the change
	 * @throws ProblemException         when the text has errors, or this can only be done by editing the text
	 * @throws IllegalArgumentException when there are no such items
	 */
	public TextEdit swap(NodePath list, int index) throws ProblemException {
		Node root = root();
		Sequence sequence = holder(list.child(index + 1));
		Objects.checkIndex(index, sequence.items().size() - 1);
		List<Node> swapped = new ArrayList<>(sequence.items());
		java.util.Collections.swap(swapped, index, index + 1);
		Range first = whole(sequence, index);
		Range second = whole(sequence, index + 1);
		String written = text.substring(second.start(), second.end()) + text.substring(first.end(), second.start())
				+ text.substring(first.start(), first.end());
		return verified(List.of(new TextEdit(first.start(), second.end() - first.start(), written)),
				Tree.with(root, list, new Sequence(swapped, sequence.flow(), sequence.location())));
	}

	private Sequence holder(NodePath item) {
		if (item.isRoot() || document.find(item).isEmpty()
				|| !(document.find(item.parent()).orElse(null) instanceof Sequence sequence)) {
			throw new IllegalArgumentException("no list item " + item);
		}
		return sequence;
	}

	/** An item with its dash, the comments right above it, and the rest of its last line. */
	private Range whole(Sequence sequence, int index) {
		Node item = sequence.items().get(index);
		if (sequence.flow()) {
			return new Range(start(item), end(item));
		}
		int dash = dash(start(item));
		int start = Lines.start(text, dash);
		if (!text.substring(start, dash).isBlank()) {
			return new Range(dash, Lines.end(text, end(item)));
		}
		String indent = text.substring(start, dash);
		while (start > 0) {
			int above = Lines.start(text, start - 1 - (text.startsWith("\r\n", Math.max(0, start - 2)) ? 1 : 0));
			if (!text.startsWith(indent + "#", above)) {
				break;
			}
			start = above;
		}
		return new Range(start, Lines.end(text, end(item)));
	}

	private Node root() throws ProblemException {
		if (!document.problems().isEmpty()) {
			throw new ProblemException(document.problems(), null);
		}
		return document.root().orElseThrow();
	}

	private TextEdit setScalar(Node root, NodePath path, Scalar target, NewValue value) throws ProblemException {
		String meant = value instanceof NewValue.Text t ? t.text() : ((NewValue.Literal) value).text();
		boolean literal = value instanceof NewValue.Literal;
		if (target.value().equals(meant) && (!literal || target.style() == ScalarStyle.PLAIN)) {
			return new TextEdit(0, 0, "");
		}
		if (remembered.find(path).orElse(null) instanceof Scalar before && before.value().equals(meant)
				&& (!literal || before.style() == ScalarStyle.PLAIN)) {
			List<TextEdit> ways = before.raw().isEmpty() ? emptyings(target, before)
					: rewritings(target, before.raw(), path);
			Optional<TextEdit> edit = firstGood(ways, Tree.with(root, path, before));
			if (edit.isPresent()) {
				return edit.get();
			}
		}
		List<TextEdit> candidates = new ArrayList<>();
		List<String> ways = value instanceof NewValue.Text t ? new ScalarText(target, t, lineBreak()).candidates()
				: List.of(meant);
		ways.forEach(way -> candidates.addAll(rewritings(target, way, path)));
		return verified(candidates, Tree.with(root, path, value.node(NOWHERE)));
	}

	private List<TextEdit> rewritings(Scalar target, String written, NodePath path) {
		int start = start(target);
		int length = end(target) - start;
		if (length == 0) {
			boolean lacksColon = document.entry(path).isPresent() && text.charAt(start - 1) != ':';
			return List.of(new TextEdit(start, 0, (lacksColon ? ": " : " ") + written));
		}
		return List.of(new TextEdit(start, length, written));
	}

	/** Takes back what was written where nothing stood, with what was put before it. */
	private List<TextEdit> emptyings(Scalar target, Scalar before) {
		boolean hadColon = remembered.text().charAt(start(before) - 1) == ':';
		List<TextEdit> edits = new ArrayList<>();
		for (String gap : hadColon ? List.of(" ", "") : List.of(": ", " ", "")) {
			int start = start(target) - gap.length();
			if (start >= 0 && text.startsWith(gap, start)) {
				edits.add(new TextEdit(start, end(target) - start, ""));
			}
		}
		return edits;
	}

	private TextEdit replace(Node root, NodePath path, Node target, NewValue value) throws ProblemException {
		Node expected = Tree.with(root, path, value.node(NOWHERE));
		Optional<TextEdit> restored = restored(root, expected, path);
		if (restored.isPresent()) {
			return restored.get();
		}
		return verified(List.of(replacement(target, value.flow())), expected);
	}

	/** A block stands in lines of its own; what replaces it stands behind its key or dash. */
	private TextEdit replacement(Node target, String written) {
		int start = start(target);
		int end = end(target);
		int gap = gap(document, target);
		if (Lines.end(text, gap) < start || start == end) {
			return new TextEdit(gap, end - gap, " " + written);
		}
		return new TextEdit(start, end - start, written);
	}

	/** @return where the white space between a colon or dash and its value begins, or else the value's own beginning */
	private static int gap(YamlDocument where, Node value) {
		int gap = start(value);
		while (gap > 0 && Character.isWhitespace(where.text().charAt(gap - 1))) {
			gap--;
		}
		boolean afterIndicator = gap > 0
				&& (where.text().charAt(gap - 1) == ':' || where.text().charAt(gap - 1) == '-');
		return afterIndicator ? gap : start(value);
	}

	/** The part at a path as it was written when it said the same as it will say now. */
	private Optional<TextEdit> restored(Node root, Node expected, NodePath path) {
		Optional<Node> before = remembered.find(path);
		Optional<Node> now = document.find(path);
		Optional<Node> wanted = find(expected, path);
		if (path.isRoot() || before.isEmpty() || now.isEmpty() || wanted.isEmpty()
				|| !means(before.get(), wanted.get())) {
			return Optional.empty();
		}
		String raw = remembered.text().substring(gap(remembered, before.get()), end(before.get()));
		int from = gap(document, now.get());
		return firstGood(List.of(new TextEdit(from, end(now.get()) - from, raw)), Tree.with(root, path, before.get()));
	}

	/** A bare id is short for a mapping with nothing else. */
	private static boolean means(Node before, Node wanted) {
		if (before instanceof Scalar id && wanted instanceof Mapping mapping && mapping.entries().size() == 1) {
			return mapping.get(ID).filter(n -> Tree.same(n, id)).isPresent();
		}
		return Tree.same(before, wanted);
	}

	private static Optional<Node> find(Node root, NodePath path) {
		Node node = root;
		for (String step : path.steps()) {
			if (node instanceof Mapping mapping && mapping.get(step).isPresent()) {
				node = mapping.get(step).get();
			} else if (node instanceof Sequence sequence && NodePath.index(step, sequence.items().size()) >= 0) {
				node = sequence.items().get(Integer.parseInt(step));
			} else {
				return Optional.empty();
			}
		}
		return Optional.of(node);
	}

	private List<TextEdit> insertions(Mapping mapping, String key, NewValue value) {
		String entry = NewValue.Fields.entry(key, value);
		if (mapping.flow()) {
			if (mapping.entries().isEmpty()) {
				return List.of(new TextEdit(start(mapping), end(mapping) - start(mapping), "{ " + entry + " }"));
			}
			return List.of(flowInsertion(entries(mapping), mapping.entries().size(), entry));
		}
		String indent = " ".repeat(column(start(mapping)));
		int lineEnd = Lines.end(text, end(mapping));
		return List.of(new TextEdit(lineEnd, 0, lineBreak() + indent + entry));
	}

	/** What is separated by commas or stands in lines of its own: from its key or itself to the end of its value. */
	private record Range(int start, int end) {
	}

	private static List<Range> entries(Mapping mapping) {
		return mapping.entries().stream().map(e -> new Range(start(e.key()), Math.max(end(e.key()), end(e.value()))))
				.toList();
	}

	private static List<Range> items(Sequence sequence) {
		return sequence.items().stream().map(i -> new Range(start(i), end(i))).toList();
	}

	private static TextEdit flowInsertion(List<Range> parts, int index, String written) {
		return index < parts.size() ? new TextEdit(parts.get(index).start(), 0, written + ", ")
				: new TextEdit(parts.get(index - 1).end(), 0, ", " + written);
	}

	private static TextEdit flowRemoval(List<Range> parts, int index) {
		boolean last = index == parts.size() - 1;
		int from = last ? parts.get(index - 1).end() : parts.get(index).start();
		int to = last ? parts.get(index).end() : parts.get(index + 1).start();
		return new TextEdit(from, to - from, "");
	}

	private TextEdit blockRemoval(Mapping mapping, int index) {
		Range part = entries(mapping).get(index);
		if (text.substring(Lines.start(text, part.start()), part.start()).isBlank()) {
			return linesRemoval(part.start(), part.end());
		}
		// the key stands behind a dash, where the next key takes its place unless there are comments to keep
		int next = start(mapping.entries().get(index + 1).key());
		boolean comments = text.substring(part.end(), next).indexOf('#') >= 0;
		int to = comments ? part.end() : next;
		return new TextEdit(part.start(), to - part.start(), "");
	}

	private TextEdit itemRemoval(Sequence sequence, int index) {
		Range part = items(sequence).get(index);
		int dash = dash(part.start());
		if (!text.substring(Lines.start(text, dash), dash).isBlank()) {
			int next = dash(start(sequence.items().get(index + 1)));
			return new TextEdit(dash, next - dash, "");
		}
		return linesRemoval(dash, part.end());
	}

	private TextEdit linesRemoval(int from, int to) {
		int start = Lines.start(text, from);
		int end = Lines.afterBreak(text, Lines.end(text, to));
		if (end == Lines.end(text, to) && start > 0) {
			// the last line has no end of its own: the one before it goes
			start = text.charAt(start - 1) == '\n' && start > 1 && text.charAt(start - 2) == '\r' ? start - 2
					: start - 1;
		}
		return new TextEdit(start, end - start, "");
	}

	private TextEdit itemInsertion(Sequence sequence, int index, NewValue item) {
		String indent = " ".repeat(column(start(sequence)));
		StringBuilder lines = new StringBuilder("- ");
		if (item instanceof NewValue.Fields fields && !fields.keys().isEmpty()) {
			String separator = "";
			for (Map.Entry<String, NewValue> entry : fields.keys().entrySet()) {
				lines.append(separator).append(NewValue.Fields.entry(entry.getKey(), entry.getValue()));
				separator = lineBreak() + indent + "  ";
			}
		} else {
			lines.append(item.flow());
		}
		if (index < sequence.items().size()) {
			return new TextEdit(dash(start(sequence.items().get(index))), 0, lines + lineBreak() + indent);
		}
		return new TextEdit(Lines.end(text, end(sequence)), 0, lineBreak() + indent + lines);
	}

	private int dash(int item) {
		int at = item;
		while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
			at--;
		}
		return Math.max(0, at - 1);
	}

	private TextEdit verified(List<TextEdit> candidates, Node expected) throws ProblemException {
		Optional<TextEdit> edit = firstGood(candidates, expected);
		if (edit.isEmpty()) {
			throw refused("this part of the file cannot be changed here");
		}
		return edit.get();
	}

	private Optional<TextEdit> firstGood(List<TextEdit> candidates, Node expected) {
		for (TextEdit candidate : candidates) {
			YamlDocument changed = new YamlParser().parse(document.source(), candidate.apply(text));
			if (changed.problems().isEmpty() && changed.root().filter(r -> Tree.same(r, expected)).isPresent()) {
				return Optional.of(candidate);
			}
		}
		return Optional.empty();
	}

	private ProblemException refused(String message) {
		return new ProblemException(
				Problem.error("not-editable", message, "change the text of the file").in(document.source()));
	}

	private static int indexOf(Mapping mapping, String key) {
		for (int i = 0; i < mapping.entries().size(); i++) {
			if (mapping.entries().get(i).name().equals(key)) {
				return i;
			}
		}
		throw new IllegalArgumentException("no key " + key);
	}

	private static int start(Node node) {
		return node.location().position().orElseThrow().offset();
	}

	private static int end(Node node) {
		Position position = node.location().position().orElseThrow();
		return position.offset() + position.length();
	}

	private int column(int offset) {
		int start = Lines.start(text, offset);
		return offset - start - (start == 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0);
	}

	private String lineBreak() {
		int end = Lines.end(text, 0);
		return end == text.length() ? "\n" : text.substring(end, Lines.afterBreak(text, end));
	}
}
