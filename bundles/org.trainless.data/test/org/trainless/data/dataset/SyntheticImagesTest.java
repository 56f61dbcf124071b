/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;
import org.trainless.testdata.TestData;

/**
 * Images that need no files: reproducible to the bit, and dead leaves with the statistics of natural images.
 */
class SyntheticImagesTest {
	private static final DatasetFactory LEAVES = new DeadLeavesFactory();
	private static final DatasetFactory NOISE = new NoiseFactory();

	private static Parameters with(Object... namesAndValues) {
		Map<String, Object> values = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return Parameters.of(values);
	}

	@Test
	void bothHoldTheContractOfDatasets() throws Exception {
		for (DatasetFactory factory : List.of(LEAVES, NOISE)) {
			Datasets.checkContract(factory, Parameters.EMPTY, 64);
			Datasets.checkContract(factory, with("size", 16L, "classes", 120L, "images", 50L, "seed", -7L), 50);
			Dataset dataset = factory.open(Parameters.EMPTY);
			assertEquals(Task.CIFAR10, dataset.task());
			assertEquals(10_000, dataset.size());
			assertTrue(dataset.warnings().isEmpty());
			assertEquals(128, Datasets.images(Datasets.draw(dataset, 128, 1)).size());
			assertEquals(1_000_000_000_000L, factory.open(with("images", 1_000_000_000_000L)).size());
		}
		assertEquals(new ImageShape(1, 28, 28), NOISE.open(with("size", 28L, "channels", 1L)).task().input());
		assertEquals(Task.IMAGENET16_120, LEAVES.open(with("size", 16L, "classes", 120L)).task());
	}

	@Test
	void everyParameterTellsInTheFingerprint() throws Exception {
		for (DatasetFactory factory : List.of(LEAVES, NOISE)) {
			String first = factory.open(Parameters.EMPTY).fingerprint();
			assertEquals(first,
					factory.open(with("size", 32L, "classes", 10L, "images", 10_000L, "seed", 1L)).fingerprint());
			for (String name : List.of("size", "classes", "images", "seed")) {
				assertNotEquals(first, factory.open(with(name, 17L)).fingerprint());
			}
		}
		assertNotEquals(NOISE.open(Parameters.EMPTY).fingerprint(), NOISE.open(with("channels", 1L)).fingerprint());
	}

	/** An image depends on the data's seed and its number alone, not on what else is drawn. */
	@Test
	void imagesDoNotDependOnOneAnother() throws Exception {
		for (DatasetFactory factory : List.of(LEAVES, NOISE)) {
			Minibatch all = Datasets.draw(factory.open(with("images", 8L)), 8, 1);
			Minibatch other = Datasets.draw(factory.open(with("images", 8L)), 8, 2);
			Minibatch three = Datasets.draw(factory.open(with("images", 8L)), 3, 2);
			assertEquals(Datasets.images(all), Datasets.images(other));
			assertTrue(Datasets.images(all).containsAll(Datasets.images(three)));
			Minibatch seeded = Datasets.draw(factory.open(with("images", 8L, "seed", 2L)), 8, 1);
			assertTrue(Datasets.images(all).stream().noneMatch(Datasets.images(seeded)::contains));
		}
	}

	/** Scores of old experiments rest on these very numbers. */
	@Test
	void theImagesAreTheSameForEver() throws Exception {
		assertEquals(PINNED_LEAVES, hash(LEAVES));
		assertEquals(PINNED_NOISE, hash(NOISE));
	}

	private static final int PINNED_LEAVES = 178718877;
	private static final int PINNED_NOISE = -530684315;

	private static int hash(DatasetFactory factory) throws ProblemException {
		Minibatch batch = Datasets.draw(factory.open(Parameters.EMPTY), 4, 1);
		return 31 * Arrays.hashCode(batch.pixels()) + Arrays.hashCode(batch.labels());
	}

	/** The 0.9999 quantile of χ² with 9 degrees of freedom is 33.7. */
	@Test
	void classesAreEquallyLikely() throws Exception {
		for (DatasetFactory factory : List.of(LEAVES, NOISE)) {
			int[] counts = new int[10];
			for (int label : Datasets.draw(factory.open(with("size", 8L)), 5000, 1).labels()) {
				counts[label]++;
			}
			double chi = Arrays.stream(counts).mapToDouble(n -> (n - 500) * (n - 500) / 500.0).sum();
			assertTrue(chi < 33.7, "χ² = " + chi);
		}
	}

	@Test
	void bothAreNormalised() throws Exception {
		for (DatasetFactory factory : List.of(LEAVES, NOISE)) {
			Minibatch batch = Datasets.draw(factory.open(Parameters.EMPTY), 2000, 1);
			for (int channel = 0; channel < 3; channel++) {
				double sum = 0;
				double squares = 0;
				for (int i = 0; i < batch.pixels().length; i++) {
					if (i / 1024 % 3 == channel) {
						sum += batch.pixels()[i];
						squares += batch.pixels()[i] * batch.pixels()[i];
					}
				}
				int n = batch.pixels().length / 3;
				assertEquals(0, sum / n, 0.05);
				assertEquals(1, Math.sqrt(squares / n), 0.03);
			}
		}
	}

	/** The mean colour of an image tells its class: a nearest-hue rule is right far more often than by chance. */
	@Test
	void labelsOfDeadLeavesCanBeLearned() throws Exception {
		double[][][] chroma = new double[2][10][2];
		int[] counts = new int[10];
		Minibatch train = Datasets.draw(LEAVES.open(Parameters.EMPTY), 1000, 1);
		for (int i = 0; i < 1000; i++) {
			double[] c = chroma(train, i);
			chroma[0][train.labels()[i]][0] += c[0];
			chroma[0][train.labels()[i]][1] += c[1];
			counts[train.labels()[i]]++;
		}
		Minibatch test = Datasets.draw(LEAVES.open(with("seed", 2L)), 1000, 1);
		int right = 0;
		for (int i = 0; i < 1000; i++) {
			double[] c = chroma(test, i);
			int best = 0;
			double least = Double.POSITIVE_INFINITY;
			for (int k = 0; k < 10; k++) {
				double d = Math.hypot(c[0] - chroma[0][k][0] / counts[k], c[1] - chroma[0][k][1] / counts[k]);
				if (d < least) {
					least = d;
					best = k;
				}
			}
			right += best == test.labels()[i] ? 1 : 0;
		}
		assertTrue(right > 300, right + " of 1000 are right");
		assertTrue(right < 990, right + " of 1000 are right: too easy to tell anything");
	}

	/** Colour differences of the mean of an image. */
	private static double[] chroma(Minibatch batch, int image) {
		double[] mean = new double[3];
		for (int j = 0; j < 3072; j++) {
			mean[j / 1024] += batch.pixels()[image * 3072 + j] / 1024;
		}
		return new double[] { mean[2] - mean[1], mean[0] - mean[1] };
	}

	/** Slope of the logarithm of the power spectrum over that of the frequency: −2 in nature, 0 for white noise. */
	@Test
	void thePowerSpectrumFallsAsThatOfNaturalImages() throws Exception {
		double leaves = slope(Datasets.draw(LEAVES.open(Parameters.EMPTY), 400, 1));
		double noise = slope(Datasets.draw(NOISE.open(Parameters.EMPTY), 400, 1));
		System.out.printf("spectral slope: dead leaves %.2f, noise %.2f%n", leaves, noise);
		assertEquals(-2, leaves, 0.25);
		assertEquals(0, noise, 0.1);
	}

	/** Differences of neighbours: kurtosis far above the normal distribution's 3. */
	@Test
	void gradientsHaveHeavyTails() throws Exception {
		double leaves = kurtosis(Datasets.draw(LEAVES.open(Parameters.EMPTY), 400, 1));
		double noise = kurtosis(Datasets.draw(NOISE.open(Parameters.EMPTY), 400, 1));
		System.out.printf("kurtosis of gradients: dead leaves %.1f, noise %.2f%n", leaves, noise);
		assertTrue(leaves > 5, "kurtosis " + leaves);
		assertEquals(3, noise, 0.1);
	}

	@Test
	void realPhotographsHaveTheSameStatistics() throws Exception {
		Minibatch real = Datasets.draw(new Cifar10Factory().open(Datasets.parameters(TestData.path("cifar10"))), 400,
				1);
		Minibatch leaves = Datasets.draw(LEAVES.open(Parameters.EMPTY), 400, 1);
		System.out.printf("CIFAR-10: spectral slope %.2f, kurtosis of gradients %.1f%n", slope(real), kurtosis(real));
		assertEquals(slope(real), slope(leaves), 1);
		assertEquals(Math.log(kurtosis(real)), Math.log(kurtosis(leaves)), Math.log(2.5));
	}

	/** Halving the resolution changes little: the distribution of gradients keeps its shape. */
	@Test
	void scalesLookAlike() throws Exception {
		Minibatch fine = Datasets.draw(LEAVES.open(with("size", 64L)), 100, 1);
		Minibatch coarse = halved(fine);
		assertEquals(slope(fine), slope(coarse), 0.4);
		assertEquals(1, deviation(coarse) / deviation(fine), 0.35);
	}

	private static Minibatch halved(Minibatch batch) {
		int side = batch.shape().height() / 2;
		ImageShape shape = new ImageShape(3, side, side);
		float[] pixels = new float[batch.size() * shape.size()];
		for (int i = 0; i < pixels.length; i++) {
			int x = i % side;
			int y = i / side % side;
			int start = (i / side / side * 2 * side + 2 * y) * 2 * side + 2 * x;
			pixels[i] = (batch.pixels()[start] + batch.pixels()[start + 1] + batch.pixels()[start + 2 * side]
					+ batch.pixels()[start + 2 * side + 1]) / 4;
		}
		return new Minibatch(shape, pixels, batch.labels());
	}

	private static double deviation(Minibatch batch) {
		double squares = 0;
		int side = batch.shape().width();
		int n = 0;
		for (int i = 0; i < batch.pixels().length; i++) {
			if (i % side < side - 1) {
				double d = batch.pixels()[i + 1] - batch.pixels()[i];
				squares += d * d;
				n++;
			}
		}
		return Math.sqrt(squares / n);
	}

	private static double kurtosis(Minibatch batch) {
		double two = 0;
		double four = 0;
		int side = batch.shape().width();
		int n = 0;
		for (int i = 0; i < batch.pixels().length; i++) {
			if (i % side < side - 1) {
				double d = batch.pixels()[i + 1] - batch.pixels()[i];
				two += d * d;
				four += d * d * d * d;
				n++;
			}
		}
		return four / n / (two / n * two / n);
	}

	/** Of green, under a Hann window, by the plain discrete Fourier transform, averaged over directions and images. */
	private static double slope(Minibatch batch) {
		int side = batch.shape().width();
		double[] power = new double[side];
		int[] counts = new int[side];
		for (int image = 0; image < Math.min(batch.size(), 100); image++) {
			add(power, counts, batch.pixels(), (image * 3 + 1) * side * side, side);
		}
		// least squares over frequencies that neither the window nor the pixels disturb
		List<double[]> points = new ArrayList<>();
		for (int k = 2; k <= side / 3; k++) {
			points.add(new double[] { Math.log(k), Math.log(power[k] / counts[k]) });
		}
		double mx = points.stream().mapToDouble(p -> p[0]).average().getAsDouble();
		double my = points.stream().mapToDouble(p -> p[1]).average().getAsDouble();
		return points.stream().mapToDouble(p -> (p[0] - mx) * (p[1] - my)).sum()
				/ points.stream().mapToDouble(p -> (p[0] - mx) * (p[0] - mx)).sum();
	}

	private static void add(double[] power, int[] counts, float[] pixels, int start, int side) {
		double[] cos = new double[side];
		double[] sin = new double[side];
		double mean = 0;
		for (int i = 0; i < side; i++) {
			cos[i] = Math.cos(2 * Math.PI * i / side);
			sin[i] = Math.sin(2 * Math.PI * i / side);
		}
		for (int i = 0; i < side * side; i++) {
			mean += pixels[start + i] / (side * side);
		}
		double[][] re = new double[side][side];
		double[][] im = new double[side][side];
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				double window = (0.5 - 0.5 * Math.cos(2 * Math.PI * (x + 0.5) / side))
						* (0.5 - 0.5 * Math.cos(2 * Math.PI * (y + 0.5) / side));
				double value = window * (pixels[start + y * side + x] - mean);
				for (int k = 0; k < side; k++) {
					re[y][k] += value * cos[k * x % side];
					im[y][k] -= value * sin[k * x % side];
				}
			}
		}
		for (int kx = 0; kx < side; kx++) {
			for (int ky = 0; ky < side; ky++) {
				double r = 0;
				double i = 0;
				for (int y = 0; y < side; y++) {
					int angle = ky * y % side;
					r += re[y][kx] * cos[angle] + im[y][kx] * sin[angle];
					i += im[y][kx] * cos[angle] - re[y][kx] * sin[angle];
				}
				int radius = (int) Math.round(Math.hypot(Math.min(kx, side - kx), Math.min(ky, side - ky)));
				power[radius] += r * r + i * i;
				counts[radius]++;
			}
		}
	}
}
