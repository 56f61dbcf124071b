/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;

/**
 * Images of any size in folders that name their classes.
 */
class ImageFolderTest {
	private static final ImageFolderFactory FACTORY = new ImageFolderFactory();
	private static final Normalisation IMAGENET = new Normalisation(List.of(123.675, 116.28, 103.53),
			List.of(58.395, 57.12, 57.375));

	@TempDir
	Path folder;

	private static BufferedImage noise(int width, int height, int type, long seed) {
		BufferedImage image = new BufferedImage(width, height, type);
		Random random = new Random(seed);
		WritableRaster raster = image.getRaster();
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				for (int band = 0; band < raster.getNumBands(); band++) {
					raster.setSample(x, y, band, random.nextInt(1 << image.getColorModel().getComponentSize(band)));
				}
			}
		}
		return image;
	}

	private Path write(BufferedImage image, String format, String name) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		assertTrue(ImageIO.write(image, format, file.toFile()), name);
		return file;
	}

	private int[] only(String fit, long size) throws ProblemException {
		Dataset dataset = FACTORY.open(Datasets.parameters(folder, "fit", fit, "size", size, "mean",
				List.of(0.0, 0.0, 0.0), "std", List.of(1.0, 1.0, 1.0)));
		assertEquals(1, dataset.size());
		Minibatch batch = Datasets.draw(dataset, 1, 1);
		int[] values = new int[batch.pixels().length];
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.round(batch.pixels()[i]);
		}
		return values;
	}

	@Test
	void classesAreNumberedByNameAndPixelsKept() throws Exception {
		Files.createDirectories(folder.resolve(".hidden"));
		Files.writeString(folder.resolve("notes.txt"), "not an image");
		BufferedImage[] images = { noise(32, 32, BufferedImage.TYPE_3BYTE_BGR, 1),
				noise(32, 32, BufferedImage.TYPE_3BYTE_BGR, 2), noise(32, 32, BufferedImage.TYPE_3BYTE_BGR, 3) };
		write(images[1], "png", "b/1.png");
		write(images[0], "png", "a/9.PNG");
		write(images[2], "png", "c/x.png");
		Files.writeString(folder.resolve("c/readme.md"), "words");
		Dataset dataset = FACTORY.open(Datasets.parameters(folder));
		assertEquals(new ImageShape(3, 32, 32), dataset.task().input());
		assertEquals(3, dataset.task().classes());
		assertEquals(List.of("other-files"), dataset.warnings().stream().map(Problem::code).toList());
		Minibatch batch = Datasets.draw(dataset, 3, 1);
		for (int i = 0; i < 3; i++) {
			int[] values = Datasets.bytes(batch, i, IMAGENET);
			for (int j = 0; j < 1024; j++) {
				int rgb = images[batch.labels()[i]].getRGB(j % 32, j / 32);
				assertEquals(rgb >> 16 & 0xff, values[j]);
				assertEquals(rgb >> 8 & 0xff, values[1024 + j]);
				assertEquals(rgb & 0xff, values[2048 + j]);
			}
		}
		Datasets.checkContract(FACTORY, Datasets.parameters(folder), 2);
	}

	@Test
	void imagesAreFittedByAveragingAreas() throws Exception {
		Files.createDirectories(folder.resolve("b"));
		// 40 × 20: left and right ten columns are cut; blocks of 2 × 2 then make 10 × 10 … here 20 → 10
		BufferedImage image = noise(40, 20, BufferedImage.TYPE_3BYTE_BGR, 4);
		write(image, "png", "a/1.png");
		int[] crop = only("crop", 10);
		int[] stretch = only("stretch", 10);
		for (int y = 0; y < 10; y++) {
			for (int x = 0; x < 10; x++) {
				for (int channel = 0; channel < 3; channel++) {
					int shift = 16 - 8 * channel;
					double cropped = 0;
					for (int k = 0; k < 4; k++) {
						cropped += (image.getRGB(10 + 2 * x + k % 2, 2 * y + k / 2) >> shift & 0xff) / 4.0;
					}
					double stretched = 0;
					for (int k = 0; k < 8; k++) {
						stretched += (image.getRGB(4 * x + k % 4, 2 * y + k / 4) >> shift & 0xff) / 8.0;
					}
					assertEquals(cropped, crop[channel * 100 + y * 10 + x], 0.51);
					assertEquals(stretched, stretch[channel * 100 + y * 10 + x], 0.51);
				}
			}
		}
		// a fractional scale keeps the mean of the image
		int[] third = only("stretch", 13);
		double mean = 0;
		for (int i = 0; i < 800; i++) {
			mean += (image.getRGB(i % 40, i / 40) >> 16 & 0xff) / 800.0;
		}
		assertEquals(mean, Arrays.stream(third).limit(169).average().getAsDouble(), 0.5);
		// scaled up, a pixel becomes a block
		int[] up = only("crop", 40);
		assertEquals(image.getRGB(10, 0) >> 16 & 0xff, up[0]);
		assertEquals(up[0], up[1]);
		assertEquals(up[0], up[41]);
		Dataset exact = FACTORY.open(Datasets.parameters(folder, "fit", "exact", "size", 20L));
		ProblemException e = assertThrows(ProblemException.class, () -> Datasets.draw(exact, 1, 1));
		assertEquals("the image is 40×20, not 20×20", Datasets.only(e).message());
		assertEquals(folder.resolve("a/1.png").toString(), e.problems().get(0).source());
	}

	/** 200 of 255 is 200 in every kind of grey; a colour profile must not bend it. */
	@Test
	void greyPalettesAndTransparencyAreRead() throws Exception {
		Files.createDirectories(folder.resolve("b"));
		BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
		BufferedImage deep = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
		BufferedImage alpha = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
		BufferedImage palette = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED);
		BufferedImage bits = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
		for (int i = 0; i < 64; i++) {
			grey.getRaster().setSample(i % 8, i / 8, 0, 200);
			deep.getRaster().setSample(i % 8, i / 8, 0, 200 * 257);
			alpha.setRGB(i % 8, i / 8, 0x40c8c8c8);
			palette.setRGB(i % 8, i / 8, 0xffffffff);
			bits.setRGB(i % 8, i / 8, 0xffffffff);
		}
		for (BufferedImage image : List.of(grey, deep, alpha)) {
			write(image, "png", "a/1.png");
			assertArrayEquals(filled(200), only("exact", 8), "type " + image.getType());
		}
		for (BufferedImage image : List.of(palette, bits)) {
			write(image, "png", "a/1.png");
			assertArrayEquals(filled(255), only("exact", 8), "type " + image.getType());
		}
		Files.delete(folder.resolve("a/1.png"));
		write(grey, "jpg", "a/1.jpeg");
		for (int value : only("exact", 8)) {
			assertEquals(200, value, 2);
		}
	}

	private static int[] filled(int value) {
		int[] values = new int[192];
		Arrays.fill(values, value);
		return values;
	}

	@Test
	void jpegsAreReadAndTruncatedOnesTold() throws Exception {
		Files.createDirectories(folder.resolve("b"));
		BufferedImage smooth = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
		for (int i = 0; i < 4096; i++) {
			smooth.setRGB(i % 64, i / 64, (i % 64 * 4) << 16 | (i / 64 * 4) << 8 | 128);
		}
		Path file = write(smooth, "jpg", "a/1.jpg");
		int[] values = only("crop", 32);
		for (int i = 0; i < 1024; i++) {
			assertEquals(i % 32 * 8 + 2, values[i], 12);
			assertEquals(i / 32 * 8 + 2, values[1024 + i], 12);
			assertEquals(128, values[2048 + i], 12);
		}
		byte[] whole = Files.readAllBytes(file);
		for (int length = 0; length < whole.length - 20; length += 37) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertThrows(ProblemException.class, () -> only("crop", 32), "after " + length + " bytes");
		}
	}

	@Test
	void truncatedPngsAreTold() throws Exception {
		Files.createDirectories(folder.resolve("b"));
		Path file = write(noise(16, 16, BufferedImage.TYPE_3BYTE_BGR, 1), "png", "a/1.png");
		byte[] whole = Files.readAllBytes(file);
		// the last chunk and the checksum before it say nothing of the pixels
		for (int length = 0; length < whole.length - 24; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			ProblemException e = assertThrows(ProblemException.class, () -> only("exact", 16),
					"after " + length + " of " + whole.length + " bytes");
			assertEquals(file.toString(), Datasets.only(e).source());
		}
	}

	@Test
	void damageIsNeverMoreThanAProblem() throws Exception {
		Files.createDirectories(folder.resolve("b"));
		SplittableRandom random = new SplittableRandom(9);
		int problems = 0;
		for (String format : List.of("png", "jpg")) {
			byte[] whole = Files
					.readAllBytes(write(noise(24, 24, BufferedImage.TYPE_3BYTE_BGR, 1), format, "a/1." + format));
			for (int round = 0; round < 600; round++) {
				byte[] damaged = whole.clone();
				for (int i = 1 + random.nextInt(3); i > 0; i--) {
					int limit = random.nextBoolean() ? damaged.length : Math.min(damaged.length, 64);
					damaged[random.nextInt(limit)] = (byte) random.nextInt(256);
				}
				Files.write(folder.resolve("a/1." + format), damaged);
				try {
					only("crop", 16);
				} catch (ProblemException e) {
					Datasets.only(e);
					problems++;
				}
			}
			Files.delete(folder.resolve("a/1." + format));
		}
		assertTrue(problems > 100, problems + " problems");
	}

	/** 30,000 × 30,000 in a file of a few bytes: told before anything is allocated. */
	@Test
	void sizesThatAreAnnouncedAreChecked() throws Exception {
		Files.createDirectories(folder.resolve("b"));
		Path file = write(noise(8, 8, BufferedImage.TYPE_3BYTE_BGR, 1), "png", "a/1.png");
		byte[] bytes = Files.readAllBytes(file);
		java.nio.ByteBuffer.wrap(bytes).putInt(16, 30_000).putInt(20, 30_000);
		java.util.zip.CRC32 crc = new java.util.zip.CRC32();
		crc.update(bytes, 12, 17);
		java.nio.ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
		Files.write(file, bytes);
		ProblemException e = assertThrows(ProblemException.class, () -> only("crop", 8));
		assertTrue(e.getMessage().contains("30000×30000"), e.getMessage());
	}

	@Test
	void whatIsNoFolderOfImagesIsTold() throws Exception {
		assertEquals("missing-folder", Datasets.problem(FACTORY, Datasets.parameters(folder.resolve("lost"))).code());
		assertEquals("wrong-content", Datasets.problem(FACTORY, Datasets.parameters(folder)).code());
		Files.createDirectories(folder.resolve("a"));
		Problem one = Datasets.problem(FACTORY, Datasets.parameters(folder));
		assertTrue(one.message().contains("1 sub-folder"), one.message());
		Files.createDirectories(folder.resolve("b"));
		Problem none = Datasets.problem(FACTORY, Datasets.parameters(folder));
		assertTrue(none.message().contains("no PNG or JPEG"), none.message());
		Files.write(folder.resolve("a/1.png"), "GIF89a no image".getBytes(StandardCharsets.ISO_8859_1));
		Dataset dataset = FACTORY.open(Datasets.parameters(folder));
		assertEquals("empty-class", dataset.warnings().get(0).code());
		ProblemException e = assertThrows(ProblemException.class, () -> Datasets.draw(dataset, 1, 1));
		assertEquals("this is neither a PNG nor a JPEG image", Datasets.only(e).message());
		assertEquals("wrong-size", Datasets.problem(FACTORY, Datasets.parameters(folder, "mean", List.of(1.0))).code());
	}

	@Test
	void theFingerprintIsOfImagesSettingsAndClasses() throws Exception {
		write(noise(32, 32, BufferedImage.TYPE_3BYTE_BGR, 1), "png", "b/1.png");
		write(noise(32, 32, BufferedImage.TYPE_3BYTE_BGR, 2), "png", "c/1.png");
		String first = FACTORY.open(Datasets.parameters(folder)).fingerprint();
		assertNotEquals(first, FACTORY.open(Datasets.parameters(folder, "fit", "stretch")).fingerprint());
		assertNotEquals(first, FACTORY.open(Datasets.parameters(folder, "size", 16L)).fingerprint());
		assertNotEquals(first, FACTORY.open(Datasets.parameters(folder, "std", List.of(1.0, 1.0, 1.0))).fingerprint());
		// a class without images shifts the numbers of those after it
		Files.createDirectories(folder.resolve("a"));
		assertNotEquals(first, FACTORY.open(Datasets.parameters(folder)).fingerprint());
		Files.delete(folder.resolve("a"));
		assertEquals(first, FACTORY.open(Datasets.parameters(folder)).fingerprint());
		write(noise(32, 32, BufferedImage.TYPE_3BYTE_BGR, 3), "png", "c/1.png");
		assertNotEquals(first, FACTORY.open(Datasets.parameters(folder)).fingerprint());
	}
}
