/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import net.razorvine.pickle.PickleException;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * Reads a pickle of any protocol, bounded by limits and restricted to plain data.
 *
 * @param limits what a pickle may make the reader do
 */
public record PickleReader(PickleLimits limits) {
	public PickleReader {
		Objects.requireNonNull(limits);
	}

	/**
	 * @param source the pickle, from its first byte
	 * @param name   of the file, for messages
	 * @return what the pickle holds
	 * @throws ProblemException when it ends early, is damaged, is too large, or wants an object that is not plain data
	 * @throws IOException      when the file system fails
	 */
	public PickleNode read(ByteSource source, String name) throws ProblemException, IOException {
		if (source.size() > limits.bytes()) {
			throw new ProblemException(Problem
					.error("too-large", "the pickle has " + source.size() + " bytes, more than the " + limits.bytes()
							+ " that such a file can have", "check that it is the right file")
					.in(name));
		}
		RestrictedUnpickler unpickler = new RestrictedUnpickler(source, limits);
		try {
			return new PickleNode(unpickler.load(), name, "");
		} catch (RestrictedUnpickler.RefusedException e) {
			throw new ProblemException(Problem.error("refused-pickle",
					"the pickle wants an object of class '" + e.getMessage() + "' at byte " + unpickler.position()
							+ "; only plain data and NumPy arrays are read",
					"a file that does so is not one of this format, or not to be trusted").in(name), e);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		} catch (RuntimeException e) {
			// the library meets malformed input with whatever the JDK throws
			throw ended(source, unpickler) ? truncated(source, name, e) : damaged(unpickler, name, e);
		} catch (EOFException e) {
			throw truncated(source, name, e);
		} catch (IOException e) {
			throw ended(source, unpickler) ? truncated(source, name, e) : damaged(unpickler, name, e);
		}
	}

	private static boolean ended(ByteSource source, RestrictedUnpickler unpickler) {
		return unpickler.position() >= source.size();
	}

	private static ProblemException truncated(ByteSource source, String name, Exception cause) {
		return new ProblemException(Problem.error("truncated",
				"the file is truncated: the pickle does not end within its " + source.size() + " bytes",
				"get the file again").in(name), cause);
	}

	private static ProblemException damaged(RestrictedUnpickler unpickler, String name, Exception cause) {
		String detail = cause instanceof PickleException && cause.getMessage() != null ? ": " + cause.getMessage() : "";
		return new ProblemException(Problem
				.error("damaged-pickle", "this is not an intact pickle (at byte " + unpickler.position() + detail + ")",
						"check that it is the right file, or get it again")
				.in(name), cause);
	}
}
