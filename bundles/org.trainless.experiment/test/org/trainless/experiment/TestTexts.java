/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/** Texts as they are and as they are while somebody types. */
public final class TestTexts {
	private static final List<String> PIECES = List.of("${", "}", "\"", "'", ": ", "- ", "\n  ", "\n", "\r\n", "{ ",
			"[", ", ", "# x", "|", ">-", "\t", "id: ", "strat", "  - name: x\n", "50", "~", "name", "\uFEFF", "&", "*");

	private TestTexts() {
	}

	public static RandomGenerator random(long seed) {
		return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
	}

	/** The good files and the examples, with both ends of lines. */
	public static List<String> good() {
		List<String> texts = new ArrayList<>(TestFiles.good().stream().map(TestFiles::text).toList());
		try (Stream<Path> examples = Files.list(Path.of("../../examples"))) {
			examples.filter(f -> f.toString().endsWith(ExperimentFormat.EXTENSION)).sorted()
					.forEach(f -> texts.add(TestFiles.text(f)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		List<String> all = new ArrayList<>(texts);
		texts.forEach(t -> all.add(t.replace("\n", "\r\n")));
		return all;
	}

	/** A good or bad file with some places changed. */
	public static String mutated(RandomGenerator random) {
		List<Path> files = new ArrayList<>(TestFiles.good());
		files.addAll(TestFiles.bad());
		String text = TestFiles.text(files.get(random.nextInt(files.size())));
		for (int changes = random.nextInt(4); changes > 0; changes--) {
			int at = random.nextInt(text.length() + 1);
			int to = Math.min(text.length(), at + random.nextInt(12));
			String piece = PIECES.get(random.nextInt(PIECES.size()));
			text = text.substring(0, at) + (random.nextBoolean() ? piece : "")
					+ text.substring(random.nextBoolean() ? to : at);
		}
		return text;
	}
}
