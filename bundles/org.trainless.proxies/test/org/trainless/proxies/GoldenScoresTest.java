/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.fast.VectorModule;

/**
 * Scores stay what they are, to the last bit, on every machine: they are computed by what Java defines to the last bit,
 * sums and products, fused or not, roots, and StrictMath. Where a machine's own exponentials and powers are used, they
 * are rounded to 32 bits, or decide which of two sides of a curve a random point is on.
 */
class GoldenScoresTest {
	/** The version of the passes that these scores are of. */
	private static final int VERSION = 3;
	private static final List<String> SCORES = List.of(
			"|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_1x1~1|nor_conv_3x3~2|"
					+ " 0x1.69b0d3ca94297p10 0x1.172593944c671p5 0x1.44231352cbc4ep50",
			"|avg_pool_3x3~0|+|skip_connect~0|avg_pool_3x3~1|+|nor_conv_1x1~0|avg_pool_3x3~1|skip_connect~2|"
					+ " 0x1.46f187f3593adp10 0x1.434c69f52ac02p4 0x1.1c4f57856a5b5p29",
			"|none~0|+|nor_conv_1x1~0|nor_conv_3x3~1|+|skip_connect~0|avg_pool_3x3~1|nor_conv_3x3~2|"
					+ " 0x1.51e4fd0511697p10 0x1.8ee68cd579508p4 0x1.f4da629654da2p35",
			"|nor_conv_3x3~0|+|nor_conv_1x1~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_1x1~1|none~2|"
					+ " 0x1.60343f166dfb6p10 0x1.8ec0b47d719cep4 0x1.f03f2a0e13b4ep35",
			"|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|none~0|none~1|none~2|"
					+ " 0x1.1aef289f86c36p10 0x0.0p0 0x0.0p0");

	/** Otherwise a store would give scores of the old passes for those of the new ones. */
	private static final String CHANGED = "If this changes on purpose, raise ProxyEvaluator.VERSION, because stores "
			+ "hold scores of the old passes, and renew the table by what GoldenScores prints.";

	@Test
	void scoresAreThoseOfTheirVersion() throws Exception {
		assertEquals(String.join("\n", SCORES), String.join("\n", GoldenScores.lines()), CHANGED);
		assertEquals(VERSION, ProxyEvaluator.VERSION, "The table is of other passes: renew it, too.");
	}

	/** Cold, and by vectors as short as there are. */
	@Test
	@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
	void scoresAreThoseOfOtherProcessors() throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(VectorModule.options());
		command.addAll(List.of("-XX:MaxVectorSize=16", "-cp", System.getProperty("java.class.path"),
				GoldenScores.class.getName()));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), lines);
		assertEquals(String.join("\n", SCORES), String.join("\n", lines.lines().toList()), CHANGED);
	}
}
