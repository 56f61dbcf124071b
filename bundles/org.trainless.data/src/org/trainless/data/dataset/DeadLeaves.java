/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Synthetic images with the statistics of natural ones: discs that occlude one another, with radii of density ∝ r⁻³
 * between a smallest and a largest one, each of one colour (Lee, Mumford and Huang, "Occlusion Models for Natural
 * Images: A Statistical Study of a Scale-Invariant Dead Leaves Model", IJCV 2001). Their power spectrum falls as about
 * 1/f², and halving the resolution changes little.
 * <p>
 * Discs fall from the front to the back until every point is covered: that samples the model exactly (Bordenave,
 * Gousseau and Roueff, "The dead leaves model: a general tessellation modeling occlusion", Advances in Applied
 * Probability 2006). Images are drawn {@value #SUPERSAMPLING} times as fine and averaged, since a camera averages too.
 * <p>
 * The class of an image is the hue that its colours scatter around; brightness is distributed alike in all classes.
 * <p>
 * All arithmetic is the same on every machine.
 */
final class DeadLeaves implements SyntheticImages.Maker {
	/** Points per pixel along each axis. */
	static final int SUPERSAMPLING = 4;
	/**
	 * The smallest disc is half a pixel in radius: then the scales below a pixel are there to be averaged, as in
	 * nature.
	 */
	private static final double SMALLEST = SUPERSAMPLING / 2.0;
	/** Length of the mean chroma, and standard deviation around it. */
	private static final double CHROMA = 0.06;
	private static final double CHROMA_SPREAD = 0.05;
	private static final int CHANNELS = 3;

	private final int side;
	private final int classes;
	private final int fineSide;
	private final double largest;
	/** Weights of r⁻³, r⁻² and r⁻¹ in the density of the radii of discs that meet the image. */
	private final double[] weights;

	/**
	 * @param side    pixels along each side
	 * @param classes number of classes
	 */
	DeadLeaves(int side, int classes) {
		this.side = side;
		this.classes = classes;
		this.fineSide = side * SUPERSAMPLING;
		this.largest = fineSide;
		// a disc of radius r meets the image, up to corners, when its centre lies in a square of side L + 2r:
		// r⁻³ (L + 2r)² = L² r⁻³ + 4L r⁻² + 4 r⁻¹
		double l = fineSide;
		weights = new double[] { l * l * (1 / (SMALLEST * SMALLEST) - 1 / (largest * largest)) / 2,
				4 * l * (1 / SMALLEST - 1 / largest), 4 * StrictMath.log(largest / SMALLEST) };
	}

	@Override
	public void make(int label, RandomGenerator random, float[] values, int offset) {
		int[] points = new int[fineSide * fineSide];
		Arrays.fill(points, -1);
		PolarGaussian gaussian = new PolarGaussian(random);
		int bare = points.length;
		while (bare > 0) {
			double radius = radius(random);
			double x = random.nextDouble() * (fineSide + 2 * radius) - radius;
			double y = random.nextDouble() * (fineSide + 2 * radius) - radius;
			bare -= cover(points, x, y, radius, colour(label, random, gaussian));
		}
		average(points, values, offset);
	}

	private double radius(RandomGenerator random) {
		double part = random.nextDouble() * (weights[0] + weights[1] + weights[2]);
		double u = random.nextDouble();
		if (part < weights[0]) {
			double ratio = SMALLEST / largest;
			return SMALLEST / Math.sqrt(1 - u * (1 - ratio * ratio));
		}
		if (part < weights[0] + weights[1]) {
			return 1 / (1 / SMALLEST - u * (1 / SMALLEST - 1 / largest));
		}
		return SMALLEST * StrictMath.pow(largest / SMALLEST, u);
	}

	/** Three bytes, from 0 to 255 each. */
	private int colour(int label, RandomGenerator random, PolarGaussian gaussian) {
		double luminance = random.nextDouble();
		double hue = 2 * Math.PI * label / classes;
		double u = CHROMA * StrictMath.cos(hue) + CHROMA_SPREAD * gaussian.next();
		double v = CHROMA * StrictMath.sin(hue) + CHROMA_SPREAD * gaussian.next();
		// luminance and two colour differences to red, green, blue (ITU-R BT.601)
		int red = toByte(luminance + 1.402 * v);
		int green = toByte(luminance - 0.344136 * u - 0.714136 * v);
		int blue = toByte(luminance + 1.772 * u);
		return red << 16 | green << 8 | blue;
	}

	private static int toByte(double value) {
		return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
	}

	/** Colours what is still bare within the disc; returns how many points that were. */
	private int cover(int[] points, double x, double y, double radius, int colour) {
		int covered = 0;
		int firstRow = Math.max(0, (int) Math.ceil(y - radius));
		int lastRow = Math.min(fineSide - 1, (int) Math.floor(y + radius));
		for (int row = firstRow; row <= lastRow; row++) {
			double half = Math.sqrt(Math.max(0, radius * radius - (row - y) * (row - y)));
			int first = Math.max(0, (int) Math.ceil(x - half));
			int last = Math.min(fineSide - 1, (int) Math.floor(x + half));
			for (int i = row * fineSide + first; i <= row * fineSide + last; i++) {
				if (points[i] < 0) {
					points[i] = colour;
					covered++;
				}
			}
		}
		return covered;
	}

	/** Rounded to bytes, as a camera does. */
	private void average(int[] points, float[] values, int offset) {
		for (int channel = 0; channel < CHANNELS; channel++) {
			int shift = 16 - 8 * channel;
			for (int y = 0; y < side; y++) {
				for (int x = 0; x < side; x++) {
					int sum = 0;
					for (int dy = 0; dy < SUPERSAMPLING; dy++) {
						int start = (y * SUPERSAMPLING + dy) * fineSide + x * SUPERSAMPLING;
						for (int dx = 0; dx < SUPERSAMPLING; dx++) {
							sum += points[start + dx] >> shift & 0xff;
						}
					}
					int count = SUPERSAMPLING * SUPERSAMPLING;
					values[offset + (channel * side + y) * side + x] = (sum + count / 2) / count;
				}
			}
		}
	}
}
