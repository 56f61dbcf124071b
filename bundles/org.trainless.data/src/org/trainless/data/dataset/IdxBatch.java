/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.FileProblems;
import org.trainless.data.pickle.ByteSource;
import org.trainless.data.pickle.FileBytes;

/**
 * Images and labels in the IDX format of MNIST (LeCun et al., "Gradient-based learning applied to document
 * recognition", 1998), packed by gzip or not. Grey images of at most 32×32 are padded to 32×32, as centred as can be,
 * and the one channel is repeated three times, so that networks for colour images of that size can take them.
 */
final class IdxBatch implements Batch {
	private static final int SIDE = 32;
	private static final int CHANNELS = 3;
	private static final int LABELS_MAGIC = 0x0801;
	private static final int IMAGES_MAGIC = 0x0803;
	private static final int LABELS_HEADER = 8;
	private static final int IMAGES_HEADER = 16;
	/** A packed file of 10 kB can hold as many; the largest known, EMNIST, has 0.8 million. */
	private static final int MAX_LABELS = 10_000_000;
	private static final int BUFFER = 1 << 16;

	private final Path images;
	private final boolean packed;
	private final int height;
	private final int width;
	private final int[] labels;

	private IdxBatch(Path images, boolean packed, int height, int width, int[] labels) {
		this.images = images;
		this.packed = packed;
		this.height = height;
		this.width = width;
		this.labels = labels;
	}

	static IdxBatch of(Path imageFile, Path labelFile, int classes) throws ProblemException {
		int[] labels = labels(labelFile, classes);
		try {
			int[] header = header(imageFile, IMAGES_HEADER);
			if (header[0] != IMAGES_MAGIC) {
				throw FileProblems.wrongContent(imageFile,
						"this is not an IDX file of images: it does not begin with 00000803",
						"check that it is the right file");
			}
			int count = header[1];
			int height = header[2];
			int width = header[3];
			if (count != labels.length) {
				throw FileProblems.wrongContent(
						imageFile, "it announces " + Integer.toUnsignedString(count) + " images, but "
								+ labelFile.getFileName() + " has " + labels.length + " labels",
						"the two files do not belong together");
			}
			if (height < 1 || width < 1 || height > SIDE || width > SIDE) {
				throw FileProblems.wrongContent(imageFile,
						"images are " + Integer.toUnsignedString(height) + "×" + Integer.toUnsignedString(width)
								+ ", more than the 32×32 that they are padded to",
						"scale them down, or give them as an image folder");
			}
			checkLength(imageFile, IMAGES_HEADER + (long) count * height * width);
			return new IdxBatch(imageFile, isPacked(imageFile), height, width, labels);
		} catch (IOException e) {
			throw unreadable(imageFile, e);
		}
	}

	private static int[] labels(Path file, int classes) throws ProblemException {
		try {
			int[] header = header(file, LABELS_HEADER);
			if (header[0] != LABELS_MAGIC) {
				throw FileProblems.wrongContent(file,
						"this is not an IDX file of labels: it does not begin with 00000801",
						"check that it is the right file");
			}
			if (header[1] < 0 || header[1] > MAX_LABELS) {
				throw FileProblems.wrongContent(file,
						"it announces " + Integer.toUnsignedString(header[1]) + " labels, more than can be read",
						"check that it is the right file");
			}
			checkLength(file, LABELS_HEADER + (long) header[1]);
			try (InputStream in = stream(file)) {
				in.skipNBytes(LABELS_HEADER);
				// the length announced is not believed before that many bytes have been read
				byte[] bytes = in.readNBytes(header[1]);
				if (bytes.length < header[1]) {
					throw new EOFException();
				}
				int[] labels = new int[bytes.length];
				for (int i = 0; i < labels.length; i++) {
					labels[i] = bytes[i] & 0xff;
					if (labels[i] >= classes) {
						throw new ProblemException(Problem
								.error("bad-label",
										"label " + i + " is " + labels[i] + ", but classes go from 0 to "
												+ (classes - 1),
										"set 'classes' to the number of classes")
								.in(file.toString()));
					}
				}
				return labels;
			}
		} catch (IOException e) {
			throw unreadable(file, e);
		}
	}

	private static ProblemException unreadable(Path file, IOException cause) {
		if (cause instanceof EOFException) {
			return FileProblems.truncated(file, "it ends before the images or labels that it announces");
		}
		if (cause instanceof ZipException) {
			return FileProblems.wrongContent(file, "this is not an intact gzip file: " + cause.getMessage(),
					"get the file again");
		}
		return FileProblems.unreadable(file, cause);
	}

	private static int[] header(Path file, int bytes) throws IOException {
		try (InputStream in = stream(file)) {
			byte[] header = in.readNBytes(bytes);
			if (header.length < bytes) {
				throw new EOFException();
			}
			int[] words = new int[bytes / Integer.BYTES];
			ByteBuffer.wrap(header).asIntBuffer().get(words);
			return words;
		}
	}

	/** Packed files tell their unpacked length, modulo 2³², in their last four bytes. */
	private static void checkLength(Path file, long expected) throws ProblemException, IOException {
		long size = Files.size(file);
		boolean packed = isPacked(file);
		if (packed) {
			byte[] tail = new byte[Integer.BYTES];
			try (ByteSource bytes = new FileBytes(file)) {
				bytes.readFully(size - tail.length, tail, 0, tail.length);
			}
			size = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
		}
		String length = "it has " + size + " bytes" + (packed ? " when unpacked" : "") + ", not the " + expected
				+ " that its header announces";
		if (size < expected) {
			throw FileProblems.truncated(file, length);
		}
		if (size > expected) {
			throw FileProblems.wrongContent(file, length, "get the file again");
		}
	}

	static boolean isPacked(Path file) {
		return file.getFileName().toString().endsWith(".gz");
	}

	private static InputStream stream(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		try {
			return isPacked(file) ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
		} catch (IOException e) {
			in.close();
			throw e;
		}
	}

	@Override
	public Path file() {
		return images;
	}

	@Override
	public int size() {
		return labels.length;
	}

	@Override
	public Reader open() throws IOException {
		return packed ? new PackedReader(stream(images)) : new PlainReader(new FileBytes(images));
	}

	private void pad(byte[] grey, byte[] pixels) {
		Arrays.fill(pixels, (byte) 0);
		int top = (SIDE - height) / 2;
		int left = (SIDE - width) / 2;
		for (int channel = 0; channel < CHANNELS; channel++) {
			for (int y = 0; y < height; y++) {
				System.arraycopy(grey, y * width, pixels, (channel * SIDE + top + y) * SIDE + left, width);
			}
		}
	}

	private final class PlainReader implements Reader {
		private final ByteSource bytes;
		private final byte[] grey = new byte[height * width];

		PlainReader(ByteSource bytes) {
			this.bytes = bytes;
		}

		@Override
		public int read(int image, byte[] pixels) throws IOException {
			bytes.readFully(IMAGES_HEADER + (long) image * grey.length, grey, 0, grey.length);
			pad(grey, pixels);
			return labels[image];
		}

		@Override
		public void close() throws IOException {
			bytes.close();
		}
	}

	/** A packed file can only be read forwards. */
	private final class PackedReader implements Reader {
		private final InputStream in;
		private final byte[] grey = new byte[height * width];
		private long position;

		PackedReader(InputStream in) {
			this.in = in;
		}

		@Override
		public int read(int image, byte[] pixels) throws ProblemException, IOException {
			long start = IMAGES_HEADER + (long) image * grey.length;
			try {
				in.skipNBytes(start - position);
				if (in.readNBytes(grey, 0, grey.length) < grey.length) {
					throw new EOFException();
				}
			} catch (ZipException e) {
				throw unreadable(images, e);
			}
			position = start + grey.length;
			pad(grey, pixels);
			return labels[image];
		}

		@Override
		public void close() throws IOException {
			in.close();
		}
	}
}
