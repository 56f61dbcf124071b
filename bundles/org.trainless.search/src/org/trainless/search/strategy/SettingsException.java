/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.function.Supplier;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/** Parameters of a strategy do not fit together: the user's mistake, thrown by the constructors of settings. */
final class SettingsException extends IllegalArgumentException {
	private static final long serialVersionUID = 1L;

	private final String remedy;

	SettingsException(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	/**
	 * @param <T>      what is made
	 * @param settings makes it
	 * @return it
	 * @throws ProblemException when its constructor refused
	 */
	static <T> T report(Supplier<T> settings) throws ProblemException {
		try {
			return settings.get();
		} catch (SettingsException e) {
			throw new ProblemException(Problem.error("strategy-parameters", e.getMessage(), e.remedy), e);
		}
	}
}
