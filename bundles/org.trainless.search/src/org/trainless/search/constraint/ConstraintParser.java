/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.problem.NearestName;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.search.constraint.Comparison.Relation;
import org.trainless.search.constraint.Quantity.Arithmetic.Operation;
import org.trainless.search.constraint.Token.Kind;

/** Reads a constraint by recursive descent; names and types are checked on the way, while places are known. */
final class ConstraintParser {
	private static final String AND = "and";
	private static final String OR = "or";
	private static final String NOT = "not";
	private static final List<String> WORDS = List.of(AND, OR, NOT);
	private static final int LONGEST_QUOTE = 40;

	/** An expression and where it stands. */
	private record Located(Expression expression, int offset, int end) {
	}

	private final String text;
	private final Map<String, Feature> known = new LinkedHashMap<>();
	private final ConstraintProblems problems;
	private final Set<String> used = new LinkedHashSet<>();
	private List<Token> tokens;
	private int next;
	private int depth;

	ConstraintParser(String text, List<Feature> features) {
		this.text = text;
		this.problems = new ConstraintProblems(text);
		features.forEach(f -> known.put(f.name(), f));
	}

	Constraint parse() throws ProblemException {
		if (text.length() > Constraint.LONGEST) {
			throw syntax(
					"the constraint has " + text.length() + " characters; at most " + Constraint.LONGEST + " are read",
					"say it in fewer words", Constraint.LONGEST, text.length());
		}
		tokens = new ConstraintLexer(text).tokens();
		if (peek().kind() == Kind.END) {
			throw syntax("the constraint is empty", "write a condition, for example " + example(), 0, text.length());
		}
		Located whole = any();
		Token rest = peek();
		if (rest.kind() != Kind.END) {
			throw unexpectedRest(rest);
		}
		return new Constraint(text, condition(whole), used);
	}

	private Located any() throws ProblemException {
		Located first = all();
		if (!peek().is(OR)) {
			return first;
		}
		List<Condition> conditions = new ArrayList<>(List.of(condition(first)));
		int end = first.end();
		while (take(OR)) {
			Located located = all();
			conditions.add(condition(located));
			end = located.end();
		}
		return new Located(new Condition.Any(conditions), first.offset(), end);
	}

	private Located all() throws ProblemException {
		Located first = negation();
		if (!peek().is(AND)) {
			return first;
		}
		List<Condition> conditions = new ArrayList<>(List.of(condition(first)));
		int end = first.end();
		while (take(AND)) {
			Located located = negation();
			conditions.add(condition(located));
			end = located.end();
		}
		return new Located(new Condition.All(conditions), first.offset(), end);
	}

	private Located negation() throws ProblemException {
		Token token = peek();
		if (!take(NOT)) {
			return comparison();
		}
		deeper(token);
		Located operand = negation();
		depth--;
		return new Located(new Condition.Not(condition(operand)), token.offset(), operand.end());
	}

	private Located comparison() throws ProblemException {
		Located first = sum();
		Optional<Relation> relation = relation();
		if (relation.isEmpty()) {
			return first;
		}
		List<Quantity> operands = new ArrayList<>(List.of(quantity(first)));
		List<Relation> relations = new ArrayList<>();
		int end = first.end();
		while (relation.isPresent()) {
			relations.add(relation.get());
			Located operand = sum();
			operands.add(quantity(operand));
			end = operand.end();
			relation = relation();
		}
		return new Located(new Comparison(operands, relations), first.offset(), end);
	}

	private Optional<Relation> relation() {
		Optional<Relation> relation = Relation.ofSymbol(peek().text());
		if (relation.isPresent()) {
			next++;
		}
		return relation;
	}

	private Located sum() throws ProblemException {
		Located left = product();
		while (true) {
			if (take("+")) {
				left = arithmetic(left, Operation.PLUS, product());
			} else if (take("-")) {
				left = arithmetic(left, Operation.MINUS, product());
			} else {
				return left;
			}
		}
	}

	private Located product() throws ProblemException {
		Located left = sign();
		while (true) {
			if (take("*")) {
				left = arithmetic(left, Operation.TIMES, sign());
			} else if (take("/")) {
				left = arithmetic(left, Operation.DIVIDE, sign());
			} else {
				return left;
			}
		}
	}

	private Located arithmetic(Located left, Operation operation, Located right) throws ProblemException {
		return new Located(new Quantity.Arithmetic(quantity(left), operation, quantity(right)), left.offset(),
				right.end());
	}

	private Located sign() throws ProblemException {
		Token token = peek();
		if (!token.is("-") && !token.is("+")) {
			return primary();
		}
		next++;
		deeper(token);
		Located operand = sign();
		depth--;
		Quantity quantity = quantity(operand);
		return new Located(token.is("-") ? new Quantity.Negative(quantity) : quantity, token.offset(), operand.end());
	}

	private Located primary() throws ProblemException {
		Token token = peek();
		if (token.kind() == Kind.NUMBER) {
			next++;
			return new Located(number(token), token.offset(), token.end());
		}
		if (token.kind() == Kind.NAME && !WORDS.contains(token.text())) {
			next++;
			return new Located(feature(token), token.offset(), token.end());
		}
		if (take("(")) {
			deeper(token);
			Located inner = any();
			depth--;
			Token close = peek();
			if (!take(")")) {
				throw close.kind() == Kind.END
						? syntax("the parenthesis at column " + (token.offset() + 1) + " is never closed", "add ')'",
								token.offset(), token.end())
						: unexpectedRest(close);
			}
			return new Located(inner.expression(), token.offset(), close.end());
		}
		if (token.kind() == Kind.END) {
			throw syntax("the constraint ends where a feature or a number is expected",
					"complete it, or remove '" + (next == 0 ? "" : tokens.get(next - 1).text()) + "'", token.offset(),
					token.end());
		}
		throw syntax("'" + token.text() + "' stands where a feature or a number is expected",
				token.is(NOT) ? "put what 'not' applies to in parentheses, as in 'not (" + example() + ")'" : "",
				token.offset(), token.end());
	}

	private Quantity number(Token token) throws ProblemException {
		double value = Double.parseDouble(token.text());
		if (Double.isInfinite(value)) {
			throw syntax("the number " + quote(token.text()) + " is too large", "write one below 1e308", token.offset(),
					token.end());
		}
		return new Quantity.Constant(value);
	}

	private Expression feature(Token token) throws ProblemException {
		Feature feature = known.get(token.text());
		if (feature == null) {
			throw problems.problem(ConstraintProblems.UNKNOWN, "there is no feature '" + quote(token.text()) + "'",
					remedy(token.text()), token.offset(), token.end());
		}
		used.add(feature.name());
		return feature.type() == Feature.Type.FLAG ? new Flag(feature.name()) : new Quantity.Value(feature.name());
	}

	private String remedy(String name) {
		String small = name.toLowerCase(Locale.ROOT);
		if (WORDS.contains(small)) {
			return "write '" + small + "'";
		}
		if (small.equals("true") || small.equals("false")) {
			return "write a flag alone, as in '" + flag() + "' or 'not " + flag() + "', or compare it with 1 or 0";
		}
		String all = known.isEmpty() ? "this space has none" : "there are " + String.join(", ", known.keySet());
		return NearestName.of(name, known.keySet())
				.or(() -> known.keySet().stream()
						.filter(k -> small.length() > 2 && k.toLowerCase(Locale.ROOT).contains(small)).findFirst())
				.map(n -> "did you mean '" + n + "'? " + all).orElse(all);
	}

	private String flag() {
		return known.values().stream().filter(f -> f.type() == Feature.Type.FLAG).map(Feature::name).findFirst()
				.orElse("connected");
	}

	private String example() {
		return known.values().stream().filter(f -> f.type() == Feature.Type.COUNT).map(f -> f.name() + " <= 1")
				.findFirst().orElse("1 < 2");
	}

	private Condition condition(Located located) throws ProblemException {
		if (located.expression() instanceof Condition condition) {
			return condition;
		}
		String what = quote(text.substring(located.offset(), located.end()));
		throw problems.problem(ConstraintProblems.TYPE, "'" + what + "' is a number where a condition is expected",
				"compare it, as in '" + what + " <= 1'", located.offset(), located.end());
	}

	private Quantity quantity(Located located) throws ProblemException {
		if (located.expression() instanceof Quantity quantity) {
			return quantity;
		}
		throw problems.problem(ConstraintProblems.TYPE,
				"'" + quote(text.substring(located.offset(), located.end()))
						+ "' is a condition where a number is expected",
				"join conditions with 'and' and 'or', and compare numbers only", located.offset(), located.end());
	}

	private ProblemException unexpectedRest(Token token) {
		if (token.is(")")) {
			return syntax("')' closes a parenthesis that was never opened", "remove it, or add '('", token.offset(),
					token.end());
		}
		String remedy = token.kind() == Kind.NAME && WORDS.contains(token.text().toLowerCase(Locale.ROOT))
				&& !token.is(NOT) ? "write '" + token.text().toLowerCase(Locale.ROOT) + "'"
						: "join conditions with 'and' or 'or'";
		return syntax("'" + quote(token.text()) + "' stands where the condition could end", remedy, token.offset(),
				token.end());
	}

	private void deeper(Token token) throws ProblemException {
		if (++depth > Constraint.DEEPEST) {
			throw syntax("the constraint is nested deeper than " + Constraint.DEEPEST + " levels", "write it flatter",
					token.offset(), token.end());
		}
	}

	private ProblemException syntax(String message, String remedy, int offset, int end) {
		return problems.problem(ConstraintProblems.SYNTAX, message, remedy, offset, end);
	}

	private static String quote(String what) {
		String line = what.replaceAll("\\s+", " ");
		return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "…";
	}

	private Token peek() {
		return tokens.get(next);
	}

	private boolean take(String word) {
		if (peek().is(word)) {
			next++;
			return true;
		}
		return false;
	}
}
