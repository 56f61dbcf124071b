/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.trainless.api.param.Catalog;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;

/** A catalog like the real one, with every type of parameter. */
public final class TestCatalog implements Catalog {
	private final Map<ContributionKind, List<Contribution>> contributions = new EnumMap<>(ContributionKind.class);

	public TestCatalog() {
		ParameterDescriptor evaluations = integer("evaluations", "200", 1.0, 1e9);
		put(ContributionKind.SEARCH_SPACE, make("nats-tss", "NATS-Bench topology space").build());
		put(ContributionKind.STRATEGY,
				make("random", "Random search").with(evaluations).with(flag("replacement", "true")).build(),
				make("exhaustive", "Exhaustive search").build(),
				make("regularized-evolution", "Regularized evolution").alias("rea")
						.with(integer("population", "50", 1.0, 10000.0)).with(integer("sample", "10", 1.0, 10000.0))
						.with(evaluations).with(choice("mutation", "edge", "edge", "node"))
						.with(group("warmup", contribution("proxy", ContributionKind.PROXY, true),
								integer("count", "100", 1.0, 1e6)))
						.build(),
				make("aging-evolution", "Ageing evolution").deprecated("regularized-evolution").with(evaluations)
						.build(),
				make("portfolio", "Portfolio")
						.with(list("members", ParameterType.CONTRIBUTION, Optional.of(ContributionKind.STRATEGY), 1.0,
								8.0))
						.with(listWithDefault("rates", ParameterType.NUMBER, "[0.5, 0.25]", 0.0, 1.0))
						.with(number("temperature", "1.5", 0.0, null)).with(text("note", ""))
						.with(contributionWithDefault("first", ContributionKind.STRATEGY,
								"{ id: random, evaluations: 7 }"))
						.with(list("stages", ParameterType.GROUP, Optional.empty(), null, 3.0,
								integer("length", null, 1.0, null), choice("kind", "warm", "warm", "cold")))
						.build(),
				make("trained", "Trained").requires("benchmark").with(evaluations).build());
		put(ContributionKind.PROXY,
				make("naswot", "NASWOT").alias("nwot").with(choice("hooks", "module", "module", "class-name"))
						.with(choice("relus", "all", "all", "live")).with(choice("init", "xavier", "xavier", "default"))
						.build(),
				make("synflow", "SynFlow").with(choice("bn", "identity", "identity", "reductions")).build(),
				make("params", "Number of parameters").build(),
				make("table", "Published scores").with(path("path", true)).with(text("column", null)).build());
		put(ContributionKind.DATASET, make("cifar10", "CIFAR-10").with(path("path", true)).build(),
				make("dead-leaves", "Dead leaves").with(integer("seed", "1", 0.0, null)).build(),
				make("noise", "Noise").build());
		put(ContributionKind.BENCHMARK,
				make("nats-bench", "NATS-Bench").with(path("path", true))
						.with(choice("set", "ori-test", "x-valid", "x-test", "ori-test"))
						.with(choice("epochs", "200", "12", "200")).build(),
				make("table", "Table").with(path("path", true)).with(required("key")).with(required("accuracy"))
						.with(text("meaning", "")).with(text("set", null)).with(flag("test", null)).build());
		put(ContributionKind.EXPORTER);
	}

	private void put(ContributionKind kind, Contribution... all) {
		contributions.put(kind, Arrays.stream(all)
				.map(c -> new Contribution(kind, c.id(), c.name(), c.description(), c.reference(), c.deprecated(),
						c.replacedBy(), c.aliases(), c.parameters(), c.requires(), c.properties(), c.contributor()))
				.sorted(Comparator.comparing(Contribution::id)).toList());
	}

	@Override
	public List<Contribution> all(ContributionKind kind) {
		return contributions.get(kind);
	}

	private static Builder make(String id, String name) {
		return new Builder(id, name, Set.of(), Optional.empty(), Set.of(), List.of());
	}

	private record Builder(String id, String name, Set<String> aliases, Optional<String> replacedBy,
			Set<String> requires, List<ParameterDescriptor> parameters) {
		Builder alias(String alias) {
			return new Builder(id, name, Set.of(alias), replacedBy, requires, parameters);
		}

		Builder deprecated(String other) {
			return new Builder(id, name, aliases, Optional.of(other), requires, parameters);
		}

		Builder requires(String capability) {
			return new Builder(id, name, aliases, replacedBy, Set.of(capability), parameters);
		}

		Builder with(ParameterDescriptor parameter) {
			return new Builder(id, name, aliases, replacedBy, requires,
					Stream.concat(parameters.stream(), Stream.of(parameter)).toList());
		}

		Contribution build() {
			return new Contribution(ContributionKind.PROXY, id, name, name + ".", "", replacedBy.isPresent(),
					replacedBy, aliases, parameters, requires, Map.of(), "org.trainless.test");
		}
	}

	private static ParameterDescriptor integer(String name, String defaultValue, Double min, Double max) {
		return parameter(name, ParameterType.INTEGER, false, defaultValue, min, max, List.of(), defaultValue == null,
				null);
	}

	private static ParameterDescriptor number(String name, String defaultValue, Double min, Double max) {
		return parameter(name, ParameterType.NUMBER, false, defaultValue, min, max, List.of(), false, null);
	}

	private static ParameterDescriptor flag(String name, String defaultValue) {
		return parameter(name, ParameterType.BOOLEAN, false, defaultValue, null, null, List.of(), false, null);
	}

	private static ParameterDescriptor text(String name, String defaultValue) {
		return parameter(name, ParameterType.STRING, false, defaultValue, null, null, List.of(), false, null);
	}

	private static ParameterDescriptor required(String name) {
		return parameter(name, ParameterType.STRING, false, null, null, null, List.of(), true, null);
	}

	private static ParameterDescriptor path(String name, boolean required) {
		return parameter(name, ParameterType.PATH, false, null, null, null, List.of(), required, null);
	}

	private static ParameterDescriptor choice(String name, String defaultValue, String... choices) {
		return parameter(name, ParameterType.CHOICE, false, defaultValue, null, null, List.of(choices), false, null);
	}

	private static ParameterDescriptor group(String name, ParameterDescriptor... parameters) {
		return parameter(name, ParameterType.GROUP, false, null, null, null, List.of(), false, null, parameters);
	}

	private static ParameterDescriptor contribution(String name, ContributionKind kind, boolean required) {
		return parameter(name, ParameterType.CONTRIBUTION, false, null, null, null, List.of(), required, kind);
	}

	private static ParameterDescriptor contributionWithDefault(String name, ContributionKind kind,
			String defaultValue) {
		return parameter(name, ParameterType.CONTRIBUTION, false, defaultValue, null, null, List.of(), false, kind);
	}

	private static ParameterDescriptor list(String name, ParameterType type, Optional<ContributionKind> kind,
			Double min, Double max, ParameterDescriptor... parameters) {
		return parameter(name, type, true, null, min, max, List.of(), false, kind.orElse(null), parameters);
	}

	private static ParameterDescriptor listWithDefault(String name, ParameterType type, String defaultValue, Double min,
			Double max) {
		return parameter(name, type, true, defaultValue, min, max, List.of(), false, null);
	}

	private static ParameterDescriptor parameter(String name, ParameterType type, boolean list, String defaultValue,
			Double min, Double max, List<String> choices, boolean required, ContributionKind kind,
			ParameterDescriptor... parameters) {
		return new ParameterDescriptor(name, type, list, Optional.ofNullable(defaultValue), Optional.ofNullable(min),
				Optional.ofNullable(max), choices, "", required, Optional.ofNullable(kind), List.of(parameters),
				"What " + name + " is.");
	}
}
