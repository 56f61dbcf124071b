/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A figure as data: what a window shows and what a file holds are drawn from the same.
 *
 * @param title    above the figure; may be empty
 * @param subtitle below the title: what the numbers mean; may be empty
 * @param x        label of the horizontal axis, with its unit
 * @param y        label of the vertical axis, with its unit
 * @param layers   what is drawn, the first at the back
 */
public record Figure(String title, String subtitle, String x, String y, List<Layer> layers) {
	public Figure {
		Objects.requireNonNull(title);
		Objects.requireNonNull(subtitle);
		Objects.requireNonNull(x);
		Objects.requireNonNull(y);
		layers = List.copyOf(layers);
	}

	/**
	 * @return heights of all bars together, bin by bin; empty when there are none
	 */
	public double[] heights() {
		double[] heights = new double[0];
		for (Layer layer : layers) {
			if (layer instanceof Bars bars) {
				heights = Arrays.copyOf(heights, bars.count().length);
				for (int i = 0; i < heights.length; i++) {
					heights[i] += bars.count()[i];
				}
			}
		}
		return heights;
	}

	/** One thing that is drawn, with an entry in the legend. */
	public sealed interface Layer {
		/**
		 * @return what the legend says
		 */
		String name();

		/**
		 * @return which colour, marker and line style, from 0; see {@link Style}
		 */
		int style();
	}

	/**
	 * A line that keeps its value until the next point, with a band around it.
	 *
	 * @param name  for the legend
	 * @param style index of its style
	 * @param x     ascending
	 * @param y     as long as {@code x}
	 * @param low   lower end of the band; as long as {@code x}, equal to {@code y} where there is no band
	 * @param high  upper end of the band
	 */
	public record Steps(String name, int style, double[] x, double[] y, double[] low, double[] high) implements Layer {
		private static final int MARKERS = 6;

		public Steps {
			if (y.length != x.length || low.length != x.length || high.length != x.length) {
				throw new IllegalArgumentException("lengths differ"); //$NON-NLS-1$
			}
		}

		/**
		 * @return indices of the places at which the style's marker stands on the line, so that lines are told apart
		 *         without their colours; those of other styles stand elsewhere, but for the last, which stands where
		 *         the line took the value with which it ends: that is what a person wants to look at
		 */
		public int[] markers() {
			if (x.length == 0) {
				return new int[0];
			}
			double shift = (Math.floorMod(style, Style.count()) + 0.5) / Style.count();
			double span = x[x.length - 1] - x[0];
			IntStream spread = IntStream.range(0, MARKERS).map(i -> {
				int found = Arrays.binarySearch(x, x[0] + span * (i + shift) / MARKERS);
				return found >= 0 ? found : -found - 2;
			});
			return IntStream.concat(spread, IntStream.of(lastChange())).distinct().sorted().toArray();
		}

		private int lastChange() {
			int i = y.length - 1;
			while (i > 0 && y[i] == y[i - 1]) {
				i--;
			}
			return i;
		}
	}

	/**
	 * Bars between edges; layers of bars stand on each other.
	 *
	 * @param name  for the legend
	 * @param style index of its style
	 * @param edges ascending, one more than heights
	 * @param count heights
	 */
	public record Bars(String name, int style, double[] edges, int[] count) implements Layer {
		public Bars {
			if (edges.length != count.length + 1 && edges.length + count.length > 0) {
				throw new IllegalArgumentException("lengths differ"); //$NON-NLS-1$
			}
		}
	}

	/**
	 * Points.
	 *
	 * @param name   for the legend
	 * @param style  index of its style
	 * @param x      where
	 * @param y      as long as {@code x}
	 * @param marked index of a point that stands out, if one does
	 */
	public record Points(String name, int style, double[] x, double[] y, OptionalInt marked) implements Layer {
		public Points {
			if (y.length != x.length) {
				throw new IllegalArgumentException("lengths differ"); //$NON-NLS-1$
			}
		}
	}
}
