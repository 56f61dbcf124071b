/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.engine.UserCache;

/**
 * Where the score store lies: where an option says; else where the preference of the workspace says; else where the
 * variable {@value #VARIABLE} of the environment says; else in the user's cache. Each may also be {@value #NONE}.
 */
public final class StoreLocation {
	/** Variable of the environment that names the file. */
	public static final String VARIABLE = "TRAINLESS_STORE";
	/** Preference node of the workspace. */
	public static final String NODE = "org.trainless.core";
	/** Preference that names the file. */
	public static final String PREFERENCE = "score-store";
	/** Says that no store is to be used. */
	public static final String NONE = "none";
	/** Name of the file in the user's cache. */
	public static final String FILE = "scores.sqlite";

	private StoreLocation() {
	}

	/**
	 * @param option what the user says for this time, if anything
	 * @return the file; empty when no store is to be used
	 * @throws ProblemException when what is said is not a path
	 */
	public static Optional<Path> of(Optional<String> option) throws ProblemException {
		String preference = option.isPresent() ? "" : InstanceScope.INSTANCE.getNode(NODE).get(PREFERENCE, "");
		return choose(option, preference, System.getenv(VARIABLE), UserCache.folder());
	}

	/**
	 * @param option     what the user says for this time, if anything
	 * @param preference of the workspace; may be null or empty
	 * @param variable   of the environment; may be null or empty
	 * @param cache      the user's cache
	 * @return the file; empty when no store is to be used
	 * @throws ProblemException when what is said is not a path
	 */
	static Optional<Path> choose(Optional<String> option, String preference, String variable, Path cache)
			throws ProblemException {
		if (option.isPresent()) {
			return path(option.get(), "--store");
		}
		if (preference != null && !preference.isBlank()) {
			return path(preference, PREFERENCE);
		}
		if (variable != null && !variable.isBlank()) {
			return path(variable, VARIABLE);
		}
		return Optional.of(cache.resolve(FILE));
	}

	private static Optional<Path> path(String text, String source) throws ProblemException {
		try {
			return text.strip().equals(NONE) ? Optional.empty() : Optional.of(Path.of(text.strip()).toAbsolutePath());
		} catch (InvalidPathException e) {
			throw new ProblemException(
					Problem.error("bad-path", e.getMessage(), "give the path of a file, or 'none'").in(source), e);
		}
	}
}
