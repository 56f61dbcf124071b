/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Styles are told apart by everybody. */
class StyleTest {
	private static final double[][] TRICHROMAT = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
	// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009
	private static final double[][] PROTANOPE = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
			{ -0.003882, -0.048116, 1.051998 } };
	private static final double[][] DEUTERANOPE = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
			{ -0.011820, 0.042940, 0.968881 } };

	private static double linear(int component) {
		double c = component / 255.0;
		return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}

	private static double root(double t) {
		return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
	}

	/** CIELAB, as an eye sees the colour. */
	private static double[] lab(int colour, double[][] eye) {
		double[] rgb = { linear(colour >> 16 & 0xff), linear(colour >> 8 & 0xff), linear(colour & 0xff) };
		double[] seen = new double[3];
		for (int i = 0; i < 3; i++) {
			seen[i] = Math.clamp(eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2], 0, 1);
		}
		double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
		double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
		double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
		return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
	}

	/** CIE 1976 difference: about 2 is just seen side by side, about 10 at a glance. */
	private static double difference(int first, int second, double[][] eye) {
		double[] a = lab(first, eye);
		double[] b = lab(second, eye);
		return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
	}

	private static void check(boolean dark, double[][] eye, double least) {
		for (int i = 0; i < Style.count(); i++) {
			for (int j = 0; j < i; j++) {
				double difference = difference(Style.of(i).colour(dark), Style.of(j).colour(dark), eye);
				assertTrue(difference >= least, (dark ? "dark " : "light ") + j + " and " + i + ": " + difference);
			}
		}
	}

	@Test
	void theDifferenceIsThatOfTheDefinition() {
		assertEquals(100, difference(0, 0xffffff, TRICHROMAT), 0.01);
		assertTrue(difference(0xc00000, 0x607000, DEUTERANOPE) < 0.5 * difference(0xc00000, 0x607000, TRICHROMAT));
	}

	@Test
	void coloursAreToldApartByAnyEyes() {
		for (boolean dark : new boolean[] { false, true }) {
			check(dark, TRICHROMAT, 25);
			check(dark, PROTANOPE, 11);
			check(dark, DEUTERANOPE, 11);
		}
	}

	@Test
	void eachHasASecondCue() {
		Set<Style.Marker> markers = new HashSet<>();
		Set<Object> dashes = new HashSet<>();
		for (int i = 0; i < Style.count(); i++) {
			markers.add(Style.of(i).marker());
			dashes.add(Style.of(i).dashes());
		}
		assertEquals(Style.count(), markers.size());
		assertEquals(Style.count(), dashes.size());
	}
}
