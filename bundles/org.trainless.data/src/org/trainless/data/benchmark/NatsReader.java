/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.pickle.HeapBytes;
import org.trainless.data.pickle.PickleLimits;
import org.trainless.data.pickle.PickleNode;
import org.trainless.data.pickle.PickleReader;

/**
 * Reads one file of NATS-Bench: a pickle, packed by bzip2.
 */
final class NatsReader {
	private static final PickleReader PICKLES = new PickleReader(PickleLimits.SMALL);

	private NatsReader() {
	}

	/**
	 * @param packed content of the file
	 * @param name   of the file, for messages
	 * @return what it says
	 * @throws ProblemException when it is not such a file
	 */
	static ArchitectureRecord read(byte[] packed, String name) throws ProblemException {
		return readPickle(unpack(packed, name), name);
	}

	static ArchitectureRecord readPickle(byte[] pickle, String name) throws ProblemException {
		try {
			PickleNode root = PICKLES.read(new HeapBytes(pickle), name);
			return ArchitectureRecord.of(root);
		} catch (IOException e) {
			throw new IllegalStateException("memory can be read", e);
		}
	}

	private static byte[] unpack(byte[] packed, String name) throws ProblemException {
		if (packed.length < 3 || packed[0] != 'B' || packed[1] != 'Z' || packed[2] != 'h') {
			throw new ProblemException(Problem.error("wrong-content",
					"this is not a file of NATS-Bench: it is not packed by bzip2", "get the file again").in(name));
		}
		int limit = (int) PickleLimits.SMALL.bytes();
		try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(packed))) {
			byte[] bytes = in.readNBytes(limit + 1);
			if (bytes.length > limit) {
				throw new ProblemException(
						Problem.error("too-large", "unpacked the file has more than " + limit + " bytes",
								"check that it is the right file").in(name));
			}
			return bytes;
		} catch (IOException | RuntimeException e) {
			// the library meets malformed input with whatever the JDK throws
			throw new ProblemException(Problem
					.error("truncated",
							"the file is truncated or damaged: it cannot be unpacked after " + packed.length + " bytes"
									+ (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"),
							"get the file again")
					.in(name), e);
		}
	}
}
