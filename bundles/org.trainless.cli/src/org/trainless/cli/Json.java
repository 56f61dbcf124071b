/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.List;
import java.util.Map;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.core.query.ArchitectureReport;
import org.trainless.core.score.Agreement;
import org.trainless.store.StoreInfo;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/**
 * What commands print with {@code --json}: one object on standard output. The records are its shape: a component
 * {@code bestScore} is the member {@code best_score}, what is unknown or not finite is null. A new version may add
 * members; when it changes or drops one, {@link #SCHEMA} grows.
 */
final class Json {
	/** Version of all shapes. */
	static final int SCHEMA = 1;

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls()
			.setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).create();

	private Json() {
	}

	/** The text of one of the shapes below. */
	static String text(Record shape) {
		JsonObject object = new JsonObject();
		object.addProperty("schema", SCHEMA);
		GSON.toJsonTree(shape).getAsJsonObject().entrySet().forEach(e -> object.add(e.getKey(), e.getValue()));
		return GSON.toJson(object);
	}

	/** The number where it is one, else null. */
	static Double finite(double value) {
		return Double.isFinite(value) ? value : null;
	}

	/** {@code validate}. */
	record Validation(List<File> files) {
		record File(String file, boolean valid, List<OneProblem> problems) {
		}
	}

	/** Of every command that fails. */
	record Failure(List<OneProblem> problems) {
		static Failure of(List<Problem> problems) {
			return new Failure(problems.stream().map(OneProblem::of).toList());
		}
	}

	/** One thing that is wrong; {@code severity} is error, warning or info. */
	record OneProblem(String severity, String code, String message, String remedy, String source, Integer line,
			Integer column) {
		static OneProblem of(Problem problem) {
			return new OneProblem(problem.severity().name().toLowerCase(java.util.Locale.ROOT), problem.code(),
					problem.message(), problem.remedy(), problem.source(),
					problem.position().map(Position::line).orElse(null),
					problem.position().map(Position::column).orElse(null));
		}
	}

	/** {@code list}. */
	record Installed(List<Entry> contributions, List<String> leftOut) {
		record Entry(String id, String kind, String name, String description, String contributor, boolean deprecated,
				String replacedBy) {
		}
	}

	/** {@code describe}. */
	record Descriptions(List<Description> contributions) {
	}

	/** One contribution with its parameters. */
	record Description(String id, String kind, String name, String description, String reference, List<String> aliases,
			List<String> requires, String contributor, boolean deprecated, String replacedBy,
			List<Parameter> parameters) {
	}

	/** One parameter; those of a group are nested. */
	record Parameter(String name, String type, boolean list, String defaultValue, Double min, Double max,
			List<String> choices, String unit, boolean required, String kind, String description,
			List<Parameter> parameters) {
	}

	/** {@code score}. */
	record Scores(String table, long rows, double seconds, List<ProxyScores> proxies) {
	}

	/** How many scores of one proxy are in the table, and how many of them are not finite. */
	record ProxyScores(String proxy, long scores, long nonFinite) {
	}

	/** {@code correlate}. */
	record Correlations(String accuracy, List<OneAgreement> agreements) {
	}

	/** One proxy: rank correlations, and the share of the best {@code top} that are also best by score. */
	record OneAgreement(String proxy, int architectures, long nonFinite, long withoutAccuracy, Double spearman,
			Double kendall, int top, double overlap) {
		static OneAgreement of(Agreement a) {
			return new OneAgreement(a.proxy(), a.architectures(), a.nonFinite(), a.withoutAccuracy(),
					finite(a.spearman()), finite(a.kendall()), a.top(), a.overlap());
		}
	}

	/** {@code query}. */
	record Architecture(String space, long index, String architecture, Map<String, String> notations,
			Map<String, Long> sharesScoresWith, List<FeatureValue> features, List<Accuracies> benchmarks) {
	}

	/** A number; {@code task} is empty when it holds for all datasets. */
	record FeatureValue(String name, String task, Double value, String unit) {
		static FeatureValue of(ArchitectureReport.FeatureValue value) {
			return new FeatureValue(value.feature().name(), value.task(), finite(value.value()),
					value.feature().unit());
		}
	}

	/** What one benchmark says. */
	record Accuracies(String benchmark, String accuracy, Map<String, Double> values) {
	}

	/** {@code runs}. */
	record Runs(List<OneRun> runs) {
		record OneRun(String path, String state, Long trials, String started) {
		}
	}

	/** {@code scores info}; {@code storeSchema} is the version of the store's tables. */
	record StoreContents(String file, long bytes, int storeSchema, long scores, long damaged,
			List<StoreInfo.Group> groups) {
		static StoreContents of(StoreInfo info) {
			return new StoreContents(info.file().toString(), info.bytes(), info.schema(), info.scores(), info.damaged(),
					info.groups());
		}
	}

	/** {@code run}; {@code ending} is finished or interrupted. */
	record Run(String name, String question, String directory, String ending, String accuracy, List<Summary> searches,
			List<Result> results, List<Comparison> comparisons, List<String> files) {
	}

	/** One search over its seeds; {@code features} are those of the incumbents, one value for each seed. */
	record Summary(String search, int seeds, long evaluations, long nonFinite, double seconds, Double scoreMean,
			Double scoreDeviation, Double accuracyMean, Double accuracyDeviation, Map<String, List<Double>> features) {
	}

	/** One search with one seed. */
	record Result(String search, long seed, long evaluations, long distinct, long nonFinite, double seconds,
			Long bestIndex, String bestArchitecture, Double bestScore, Double bestAccuracy, String ended) {
	}

	/**
	 * Second minus first over the seeds that both have; {@code measure} is accuracy or score, {@code low} and
	 * {@code high} bound the mean difference at {@code level}, {@code pAdjusted} is p by Holm's correction for all
	 * comparisons.
	 */
	record Comparison(String first, String second, String measure, boolean higherIsBetter, int pairs, int equal,
			double meanDifference, Double low, Double high, double level, double p, double pAdjusted) {
	}
}
