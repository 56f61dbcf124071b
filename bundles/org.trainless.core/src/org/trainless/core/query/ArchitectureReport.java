/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.trainless.api.benchmark.Meaning;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Feature;

/**
 * All that is known of one architecture.
 *
 * @param space           id of its search space
 * @param index           its index there
 * @param architecture    its text
 * @param notations       how else it is written, by name of the notation
 * @param representatives indices of those whose scores it shares, by when architectures share a score
 * @param features        what can be said of it as a number
 * @param accuracies      what benchmarks say
 */
public record ArchitectureReport(String space, long index, String architecture, Map<String, String> notations,
		Map<Equivalence, Long> representatives, List<FeatureValue> features, List<BenchmarkValues> accuracies) {
	public ArchitectureReport {
		Objects.requireNonNull(space);
		Objects.requireNonNull(architecture);
		notations = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(notations));
		representatives = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(representatives));
		features = List.copyOf(features);
		accuracies = List.copyOf(accuracies);
	}

	/**
	 * A number.
	 *
	 * @param feature what it is
	 * @param task    the dataset that it holds for, for example {@code cifar10}; empty when it holds for all
	 * @param value   the number
	 */
	public record FeatureValue(Feature feature, String task, double value) {
		public FeatureValue {
			Objects.requireNonNull(feature);
			Objects.requireNonNull(task);
		}
	}

	/**
	 * What one benchmark says.
	 *
	 * @param benchmark id of the benchmark
	 * @param meaning   which accuracy it was asked for
	 * @param values    quantity, with unit and meaning in its name, to value; empty when it does not hold the
	 *                  architecture
	 */
	public record BenchmarkValues(String benchmark, Meaning meaning, Map<String, Double> values) {
		public BenchmarkValues {
			Objects.requireNonNull(benchmark);
			Objects.requireNonNull(meaning);
			values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
		}
	}
}
