/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.FileProblems;

/**
 * Decodes one PNG or JPEG and fits it into a square of red, green and blue. Files are untrusted: the size that one
 * announces is checked before it is decoded.
 *
 * @param side pixels of the square
 * @param fit  how it is fitted
 */
record ImageDecoder(int side, Fit fit) {
	private static final Set<String> FORMATS = Set.of("png", "jpeg");
	private static final long MAX_PIXELS = 64_000_000;
	private static final int CHANNELS = 3;

	/**
	 * @param file   the image
	 * @param values takes planes of red, green, blue, 0 to 255
	 * @param offset of the first value
	 * @throws ProblemException when it is not such an image or of the wrong size
	 */
	void decode(Path file, float[] values, int offset) throws ProblemException {
		BufferedImage image = read(file);
		int width = image.getWidth();
		int height = image.getHeight();
		if (fit == Fit.EXACT && (width != side || height != side)) {
			throw FileProblems.wrongContent(file, "the image is " + width + "×" + height + ", not " + side + "×" + side,
					"scale it, or set 'fit: crop' or 'fit: stretch', or set 'size'");
		}
		double cropWidth = fit == Fit.CROP ? Math.min(width, height) : width;
		double cropHeight = fit == Fit.CROP ? Math.min(width, height) : height;
		double left = (width - cropWidth) / 2;
		double top = (height - cropHeight) / 2;
		for (int channel = 0; channel < CHANNELS; channel++) {
			float[] plane = plane(image, channel);
			for (int y = 0; y < side; y++) {
				for (int x = 0; x < side; x++) {
					values[offset + (channel * side + y) * side + x] = area(plane, width, height,
							left + x * cropWidth / side, left + (x + 1) * cropWidth / side, top + y * cropHeight / side,
							top + (y + 1) * cropHeight / side);
				}
			}
		}
	}

	private static BufferedImage read(Path file) throws ProblemException {
		// a stream of our own, since ImageIO's may be cached in a file of the temporary folder
		try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			while (readers.hasNext()) {
				ImageReader reader = readers.next();
				try {
					if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
						return decode(file, reader, in);
					}
				} finally {
					reader.dispose();
				}
			}
			throw FileProblems.wrongContent(file, "this is neither a PNG nor a JPEG image",
					"convert it, or remove it from the folder");
		} catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException
				| IllegalStateException | ArithmeticException | ClassCastException | NullPointerException e) {
			// decoders meet damaged files with whatever happens first
			throw FileProblems.wrongContent(file,
					"the image cannot be decoded" + (e.getMessage() == null ? "" : ": " + e.getMessage()),
					"it is damaged, truncated or of an unusual kind: save it again as PNG");
		} catch (IOException e) {
			if (Files.isReadable(file)) {
				throw FileProblems.wrongContent(file, "the image cannot be decoded",
						"it is damaged, truncated or of an unusual kind: save it again as PNG");
			}
			throw FileProblems.unreadable(file, e);
		}
	}

	private static BufferedImage decode(Path file, ImageReader reader, ImageInputStream in)
			throws IOException, ProblemException {
		reader.setInput(in, true, true);
		long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
		if (pixels > MAX_PIXELS) {
			throw FileProblems.wrongContent(file, "the image is " + reader.getWidth(0) + "×" + reader.getHeight(0)
					+ ", more than " + MAX_PIXELS + " pixels", "scale it down");
		}
		boolean[] warned = new boolean[1];
		reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
		BufferedImage image = reader.read(0);
		if (warned[0]) {
			// the JPEG decoder fills what is missing with grey and only warns
			throw FileProblems.wrongContent(file, "the image is damaged or truncated", "save it again");
		}
		return image;
	}

	/**
	 * Grey is read from the raster: converting it to RGB would apply a gamma that other tools do not. Alpha is dropped.
	 */
	private static float[] plane(BufferedImage image, int channel) {
		int width = image.getWidth();
		int height = image.getHeight();
		float[] plane = new float[width * height];
		if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
			Raster raster = image.getRaster();
			float scale = 255f / ((1 << image.getColorModel().getComponentSize(0)) - 1);
			raster.getSamples(0, 0, width, height, 0, plane);
			for (int i = 0; i < plane.length; i++) {
				plane[i] *= scale;
			}
			return plane;
		}
		int shift = 16 - 8 * channel;
		int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			image.getRGB(0, y, width, 1, row, 0, width);
			for (int x = 0; x < width; x++) {
				plane[y * width + x] = row[x] >> shift & 0xff;
			}
		}
		return plane;
	}

	/** Mean of a rectangle, pixels at its edge counted by the part that lies within. */
	private static float area(float[] plane, int width, int height, double left, double right, double top,
			double bottom) {
		double sum = 0;
		for (int y = (int) top; y < height && y < bottom; y++) {
			double share = Math.min(y + 1, bottom) - Math.max(y, top);
			double line = 0;
			for (int x = (int) left; x < width && x < right; x++) {
				line += plane[y * width + x] * (Math.min(x + 1, right) - Math.max(x, left));
			}
			sum += line * share;
		}
		return (float) (sum / ((right - left) * (bottom - top)));
	}
}
