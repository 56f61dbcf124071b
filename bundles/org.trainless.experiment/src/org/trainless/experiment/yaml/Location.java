/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.Objects;
import java.util.Optional;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;

/**
 * Where something stands: at a place of a file, or in an override on the command line, which has no place.
 *
 * @param source   the file as the user named it, or the override, for example {@code -D seeds.count=3}
 * @param position the place in the file
 */
public record Location(String source, Optional<Position> position) {
	public Location {
		Objects.requireNonNull(source);
		Objects.requireNonNull(position);
	}

	/**
	 * @param code    stable identifier of the kind of problem
	 * @param message what is wrong
	 * @param remedy  what to do, or an empty string
	 * @return the error, here
	 */
	public Problem error(String code, String message, String remedy) {
		return new Problem(Severity.ERROR, code, message, remedy, source, position);
	}

	/**
	 * @param code    stable identifier of the kind of problem
	 * @param message what is odd
	 * @param remedy  what to do, or an empty string
	 * @return the warning, here
	 */
	public Problem warning(String code, String message, String remedy) {
		return new Problem(Severity.WARNING, code, message, remedy, source, position);
	}
}
