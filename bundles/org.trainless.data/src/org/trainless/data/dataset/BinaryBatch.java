/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.FileProblems;
import org.trainless.data.pickle.ByteSource;
import org.trainless.data.pickle.FileBytes;

/**
 * The binary layout of CIFAR: records of label bytes and pixels.
 *
 * @param file   the file
 * @param size   number of records
 * @param layout of a record
 */
record BinaryBatch(Path file, int size, Layout layout) implements Batch {

	/**
	 * What a record looks like.
	 *
	 * @param labelBytes bytes before the pixels
	 * @param labelAt    which of them is the class
	 * @param pixels     bytes of pixels
	 * @param classes    number of classes
	 */
	record Layout(int labelBytes, int labelAt, int pixels, int classes) {
		int bytes() {
			return labelBytes + pixels;
		}
	}

	static BinaryBatch of(Path file, Layout layout) throws ProblemException {
		try {
			long bytes = Files.size(file);
			long records = bytes / layout.bytes();
			long rest = bytes % layout.bytes();
			if (rest != 0) {
				throw FileProblems.truncated(file, "its " + bytes + " bytes are " + records + " records of "
						+ layout.bytes() + " bytes and " + rest + " bytes of another");
			}
			if (records > Integer.MAX_VALUE) {
				throw FileProblems.wrongContent(file, "a batch of " + records + " images is more than can be read",
						"check that it is the right file");
			}
			return new BinaryBatch(file, (int) records, layout);
		} catch (IOException e) {
			throw FileProblems.unreadable(file, e);
		}
	}

	@Override
	public Reader open() throws IOException {
		return new RecordReader(file, layout);
	}

	private static final class RecordReader implements Reader {
		private final Path file;
		private final Layout layout;
		private final ByteSource bytes;
		private final byte[] record;

		RecordReader(Path file, Layout layout) throws IOException {
			this.file = file;
			this.layout = layout;
			this.bytes = new FileBytes(file);
			this.record = new byte[layout.bytes()];
		}

		@Override
		public int read(int image, byte[] pixels) throws ProblemException, IOException {
			long position = (long) image * record.length;
			bytes.readFully(position, record, 0, record.length);
			int label = record[layout.labelAt()] & 0xff;
			if (label >= layout.classes()) {
				throw new ProblemException(Problem
						.error("bad-label",
								"record " + image + " has the class " + label + " at byte "
										+ (position + layout.labelAt()) + ", but classes go from 0 to "
										+ (layout.classes() - 1),
								"check that it is the right file")
						.in(file.toString()));
			}
			System.arraycopy(record, layout.labelBytes(), pixels, 0, layout.pixels());
			return label;
		}

		@Override
		public void close() throws IOException {
			bytes.close();
		}
	}
}
