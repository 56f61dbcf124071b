/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

/**
 * How well a colour is told from another, after the Web Content Accessibility Guidelines 2.1. Colours are 0xRRGGBB.
 *
 * @since 0.1
 */
public final class Contrast {
	private static final double RED = 0.2126;
	private static final double GREEN = 0.7152;
	private static final double BLUE = 0.0722;
	private static final double FLARE = 0.05;
	private static final int STEPS = 64;

	private Contrast() {
	}

	/**
	 * @param first  a colour
	 * @param second a colour
	 * @return from 1, no difference, to 21, black on white; text is easy to read from 4.5, and from 7 with weak eyes
	 */
	public static double ratio(int first, int second) {
		double a = luminance(first);
		double b = luminance(second);
		return (Math.max(a, b) + FLARE) / (Math.min(a, b) + FLARE);
	}

	/**
	 * @param colour a colour
	 * @return relative luminance, from 0, black, to 1, white
	 */
	static double luminance(int colour) {
		return RED * linear(colour >> 16 & 0xff) + GREEN * linear(colour >> 8 & 0xff) + BLUE * linear(colour & 0xff);
	}

	private static double linear(int component) {
		double c = component / 255.0;
		return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}

	/**
	 * Moves a colour away from its ground, by as little as needed; the hue stays.
	 *
	 * @param colour a colour
	 * @param ground what it is on
	 * @param ratio  that it shall have at least, see {@link #ratio(int, int)}
	 * @return the colour, or one between it and black or white
	 */
	public static int atLeast(int colour, int ground, double ratio) {
		int end = luminance(ground) < 0.18 ? 0xffffff : 0;
		for (int step = 0; step < STEPS; step++) {
			int mixed = mix(colour, end, step);
			if (ratio(mixed, ground) >= ratio) {
				return mixed;
			}
		}
		return end;
	}

	private static int mix(int from, int to, int step) {
		int mixed = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			int a = from >> shift & 0xff;
			int b = to >> shift & 0xff;
			mixed = mixed << 8 | a + (b - a) * step / STEPS;
		}
		return mixed;
	}
}
