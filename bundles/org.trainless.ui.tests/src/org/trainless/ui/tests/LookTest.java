/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import org.trainless.figures.Style;
import org.trainless.ui.theme.Contrast;
import org.trainless.ui.theme.Look;

/** The colours of every theme can be read. */
class LookTest {
	private static final double TEXT = 4.5;
	private static final double STRONG = 7;
	private static final double GRAPHICS = 3;

	static List<Look> looks() {
		return List.of(Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST, Look.HIGH_CONTRAST_LIGHT);
	}

	private static void check(String what, int colour, int ground, double least) {
		double ratio = Contrast.ratio(colour, ground);
		assertTrue(ratio >= least,
				() -> "%s: #%06x on #%06x has %.2f, not %.1f".formatted(what, colour, ground, ratio, least));
	}

	@Test
	void theRatioIsThatOfTheGuidelines() {
		assertEquals(21, Contrast.ratio(0, 0xffffff), 1e-9);
		assertEquals(1, Contrast.ratio(0x123456, 0x123456), 1e-9);
		assertEquals(4.54, Contrast.ratio(0xffffff, 0x767676), 0.01);
		assertEquals(3.998, Contrast.ratio(0xff0000, 0xffffff), 0.01);
	}

	@Test
	void aColourIsMovedNoFurtherThanNeeded() {
		assertEquals(0x0072b2, Contrast.atLeast(0x0072b2, 0xffffff, 5));
		int darker = Contrast.atLeast(0xd55e00, 0xffffff, 7);
		assertTrue(Contrast.ratio(darker, 0xffffff) >= 7 && Contrast.ratio(darker, 0xffffff) < 7.5);
		int lighter = Contrast.atLeast(0x0000ff, 0, 7);
		assertTrue(Contrast.ratio(lighter, 0) >= 7 && Contrast.ratio(lighter, 0) < 7.5);
		assertEquals(0xff, lighter & 0xff);
		assertEquals(0xffffff, Contrast.atLeast(0x808080, 0, 22));
	}

	@ParameterizedTest
	@MethodSource("looks")
	void textIsReadOnEveryGround(Look look) {
		double least = look == Look.HIGH_CONTRAST || look == Look.HIGH_CONTRAST_LIGHT ? STRONG : TEXT;
		assertEquals(least, look.contrast());
		for (int ground : new int[] { look.ground(), look.header(), look.stripe(), look.chosen(), look.linked() }) {
			check("text", look.text(), ground, least);
		}
		for (int ground : new int[] { look.ground(), look.stripe(), look.linked() }) {
			check("problem", look.problem(), ground, least);
		}
	}

	@ParameterizedTest
	@MethodSource("looks")
	void linesAndPointsAreSeen(Look look) {
		for (int style = 0; style < Style.count(); style++) {
			check("style " + style, look.series(style), look.ground(), look.contrast() < STRONG ? GRAPHICS : STRONG);
		}
		if (look.contrast() >= STRONG) {
			check("what steps back", look.series(Style.CONTEXT), look.ground(), GRAPHICS);
			check("grid", look.faint(), look.ground(), GRAPHICS);
		}
	}
}
