/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What was measured beside what is aimed at. */
final class Targets {
	private record Line(String what, String least, String aim, String measured) {
	}

	private final List<Line> lines = new ArrayList<>();

	/**
	 * @param what     is measured
	 * @param least    what is asked for
	 * @param aim      what is hoped for
	 * @param measured what is
	 */
	void add(String what, String least, String aim, String measured) {
		lines.add(new Line(what, least, aim, measured));
	}

	void print() {
		System.out.printf("%n%-62s %-14s %-14s %s%n", "what", "at least", "aim", "measured");
		for (Line line : lines) {
			System.out.printf("%-62s %-14s %-14s %s%n", line.what(), line.least(), line.aim(), line.measured());
		}
	}
}
