/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import java.util.Objects;

/**
 * One thing that was looked at.
 *
 * @param topic  what it belongs to, for example {@code engine}
 * @param name   what was looked at
 * @param value  what was found
 * @param state  how it is
 * @param remedy what to do; empty when nothing need be done
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
	}

	static Finding good(String topic, String name, String value) {
		return new Finding(topic, name, value, State.GOOD, "");
	}

	static Finding note(String topic, String name, String value, String remedy) {
		return new Finding(topic, name, value, State.NOTE, remedy);
	}

	static Finding broken(String topic, String name, String value, String remedy) {
		return new Finding(topic, name, value, State.BROKEN, remedy);
	}
}
