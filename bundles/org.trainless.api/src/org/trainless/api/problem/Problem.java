/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.problem;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong. Builder, editor and command line are printers of it.
 *
 * @param severity how grave
 * @param code     stable identifier of the kind of problem, in kebab case, for example {@code unknown-key}
 * @param message  one sentence for people: what is wrong
 * @param remedy   what to do about it, or an empty string
 * @param source   the file or other origin as it was named by the user, or an empty string
 * @param position the place in the source, when the source is text
 * @since 0.1
 */
public record Problem(Severity severity, String code, String message, String remedy, String source,
		Optional<Position> position) {

	public Problem {
		Objects.requireNonNull(severity);
		Objects.requireNonNull(code);
		Objects.requireNonNull(message);
		Objects.requireNonNull(remedy);
		Objects.requireNonNull(source);
		Objects.requireNonNull(position);
	}

	/**
	 * An error that has no place in a text.
	 *
	 * @param code    identifier of the kind
	 * @param message what is wrong
	 * @param remedy  what to do, or an empty string
	 * @return the problem, without a source
	 */
	public static Problem error(String code, String message, String remedy) {
		return new Problem(Severity.ERROR, code, message, remedy, "", Optional.empty());
	}

	/**
	 * An error at a place.
	 *
	 * @param code     identifier of the kind
	 * @param message  what is wrong
	 * @param remedy   what to do, or an empty string
	 * @param position where
	 * @return the problem, without a source
	 */
	public static Problem error(String code, String message, String remedy, Position position) {
		return new Problem(Severity.ERROR, code, message, remedy, "", Optional.of(position));
	}

	/**
	 * A warning that has no place in a text.
	 *
	 * @param code    identifier of the kind
	 * @param message what is odd
	 * @param remedy  what to do, or an empty string
	 * @return the problem, without a source
	 */
	public static Problem warning(String code, String message, String remedy) {
		return new Problem(Severity.WARNING, code, message, remedy, "", Optional.empty());
	}

	/**
	 * The same problem, attributed to a source.
	 *
	 * @param name the file as the user named it
	 * @return a copy with that source
	 */
	public Problem in(String name) {
		return new Problem(severity, code, message, remedy, name, position);
	}

	/**
	 * The same problem at a place.
	 *
	 * @param place where
	 * @return a copy with that position
	 */
	public Problem at(Position place) {
		return new Problem(severity, code, message, remedy, source, Optional.of(place));
	}

	/**
	 * One line as compilers print it: {@code file:line:column: message (remedy)}.
	 *
	 * @return the line, without a line end
	 */
	public String toLine() {
		StringBuilder line = new StringBuilder();
		if (!source.isEmpty()) {
			line.append(source).append(':');
			position.ifPresent(p -> line.append(p.line()).append(':').append(p.column()).append(':'));
			line.append(' ');
		} else {
			position.ifPresent(
					p -> line.append("line ").append(p.line()).append(", column ").append(p.column()).append(": "));
		}
		if (severity != Severity.ERROR) {
			line.append(severity == Severity.WARNING ? "warning: " : "note: ");
		}
		line.append(message);
		if (!remedy.isEmpty()) {
			line.append(" (").append(remedy).append(')');
		}
		return line.toString();
	}
}
