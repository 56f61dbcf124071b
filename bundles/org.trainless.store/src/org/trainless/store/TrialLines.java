/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * One trial as one line of JSON, flat, so that {@code pandas.read_json(path, lines=True)} gives a table. JSON has no
 * infinities: {@code score} is null where {@code value} says what it was and {@code reason} why.
 */
final class TrialLines {
	/** Version of the columns; a reader refuses newer ones. */
	static final int SCHEMA = 1;

	private TrialLines() {
	}

	static String write(Trial trial) {
		JsonObject line = new JsonObject();
		line.addProperty("schema", SCHEMA);
		line.addProperty("search", trial.search());
		line.addProperty("seed", trial.seed());
		line.addProperty("trial", trial.number());
		line.addProperty("objective", trial.objective());
		line.addProperty("index", trial.index());
		line.addProperty("architecture", trial.architecture());
		Score score = trial.score();
		line.addProperty("score", score.isFinite() ? score.value() : null);
		line.addProperty("value", score.isFinite() ? null : Double.toString(score.value()));
		line.addProperty("reason", score.reason().map(NonFinite::id).orElse(null));
		line.addProperty("detail", score.detail().isEmpty() ? null : score.detail());
		line.addProperty("seconds", trial.seconds());
		line.addProperty("cached", trial.cached());
		line.addProperty("elapsed_seconds", trial.elapsedSeconds());
		line.addProperty("training_seconds", trial.trainingSeconds());
		line.addProperty("accuracy", trial.accuracy().isPresent() ? trial.accuracy().getAsDouble() : null);
		return line.toString();
	}

	static Trial read(String text, String source, int number) throws ProblemException {
		try {
			JsonObject line = JsonParser.parseString(text).getAsJsonObject();
			int schema = line.get("schema").getAsInt();
			if (schema > SCHEMA) {
				throw new ProblemException(Problem.error("newer-run",
						"line " + number + " has schema " + schema + ", this version reads up to " + SCHEMA,
						"use the version of Trainless that made the run, or a newer one").in(source));
			}
			return new Trial(line.get("search").getAsString(), line.get("seed").getAsLong(),
					line.get("trial").getAsLong(), line.get("objective").getAsString(), line.get("index").getAsLong(),
					line.get("architecture").getAsString(), score(line), line.get("seconds").getAsDouble(),
					line.get("cached").getAsBoolean(), line.get("elapsed_seconds").getAsDouble(),
					line.get("training_seconds").getAsDouble(), optional(line.get("accuracy")));
		} catch (JsonParseException | IllegalStateException | IllegalArgumentException | NullPointerException
				| UnsupportedOperationException e) {
			throw new ProblemException(Problem.error("damaged-run", "line " + number + " is not a trial",
					"restore the file from a copy, or delete the run and start it anew").in(source), e);
		}
	}

	private static Score score(JsonObject line) {
		String detail = text(line.get("detail")).orElse("");
		Optional<String> reason = text(line.get("reason"));
		if (reason.isEmpty()) {
			return new Score(line.get("score").getAsDouble(), Optional.empty(), detail);
		}
		NonFinite known = Arrays.stream(NonFinite.values()).filter(r -> r.id().equals(reason.get())).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("unknown reason " + reason.get()));
		return Score.nonFinite(Double.parseDouble(line.get("value").getAsString()), known, detail);
	}

	private static Optional<String> text(JsonElement element) {
		return element == null || element.isJsonNull() ? Optional.empty() : Optional.of(element.getAsString());
	}

	private static OptionalDouble optional(JsonElement element) {
		return element == null || element.isJsonNull() ? OptionalDouble.empty()
				: OptionalDouble.of(element.getAsDouble());
	}
}
