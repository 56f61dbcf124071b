/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import java.util.Objects;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;

/**
 * One thing that was looked at.
 *
 * @param topic  what it belongs to, for example {@code engine}
 * @param name   what was looked at
 * @param value  what was found
 * @param state  how it is
 * @param remedy what to do; empty only when the thing is as it should be
 */
public record Finding(String topic, String name, String value, State state, String remedy) {
	/** How a thing is. */
	public enum State {
		/** As it should be. */
		GOOD,
		/** Works, but could be better, or is not there and need not be. */
		NOTE,
		/** Does not work. */
		BROKEN
	}

	public Finding {
		Objects.requireNonNull(topic);
		Objects.requireNonNull(name);
		Objects.requireNonNull(value);
		Objects.requireNonNull(state);
		Objects.requireNonNull(remedy);
		if (state != State.GOOD && remedy.isBlank()) {
			throw new IllegalArgumentException("nothing is said of what to do about " + name + ": " + value);
		}
	}

	static Finding good(String topic, String name, String value) {
		return new Finding(topic, name, value, State.GOOD, "");
	}

	/**
	 * @param problem  what is wrong, or odd
	 * @param fallback what to do where the problem does not say it: plug-ins report problems, too
	 */
	static Finding of(String topic, String name, String value, Problem problem, String fallback) {
		return new Finding(topic, name, value, problem.severity() == Severity.ERROR ? State.BROKEN : State.NOTE,
				problem.remedy().isBlank() ? fallback : problem.remedy());
	}

	static Finding note(String topic, String name, String value, String remedy) {
		return new Finding(topic, name, value, State.NOTE, remedy);
	}

	static Finding broken(String topic, String name, String value, String remedy) {
		return new Finding(topic, name, value, State.BROKEN, remedy);
	}
}
