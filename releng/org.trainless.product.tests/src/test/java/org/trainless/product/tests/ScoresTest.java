/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The commands that look after a score store, on stores that the product has filled. */
class ScoresTest {
	private static final String DISCONNECTED = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
	private static final String CONVOLUTIONS = "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";
	private static final String MIXED = "|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_3x3~2|";

	@TempDir
	private static Path filled;
	@TempDir
	private Path folder;
	/** Two cells by two proxies each; the second cell of one is the first of the other. */
	private Path one;
	private Path other;

	@BeforeAll
	static void fill() throws Exception {
		fill("one", DISCONNECTED, CONVOLUTIONS);
		fill("other", CONVOLUTIONS, MIXED);
	}

	private static void fill(String name, String... cells) throws Exception {
		Files.write(filled.resolve("cells.txt"), List.of(cells));
		Product.Ended ended = Product.run(filled, "score", "--proxy", "params", "naswot", "--architectures",
				"cells.txt", "--seed", "1", "--batch", "8", "--store", name + ".sqlite", "--out", name + ".csv");
		assertEquals(0, ended.code(), ended.err());
	}

	/** Each test may change its own. */
	@BeforeEach
	void copy() throws IOException {
		one = Files.copy(filled.resolve("one.sqlite"), folder.resolve("one.sqlite"));
		other = Files.copy(filled.resolve("other.sqlite"), folder.resolve("other.sqlite"));
	}

	private String succeed(String... arguments) throws Exception {
		Product.Ended ended = Product.run(folder, arguments);
		assertEquals(0, ended.code(), ended.err());
		return ended.out();
	}

	/** A table by the names of its columns. */
	private record Table(List<String> header, List<List<String>> rows) {
		static Table of(List<String> lines) {
			List<List<String>> cells = lines.stream().map(Table::cells).toList();
			cells.forEach(c -> assertEquals(cells.get(0).size(), c.size(), c.toString()));
			return new Table(cells.get(0), cells.subList(1, cells.size()));
		}

		private static List<String> cells(String line) {
			List<String> cells = new ArrayList<>();
			// quoted, with quotes doubled, or plain
			for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
				cells.add(cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
			}
			return cells;
		}

		/** Each row's values of some columns, sorted. */
		List<String> of(String... columns) {
			return rows.stream()
					.map(r -> String.join(" ", List.of(columns).stream().map(c -> r.get(header.indexOf(c))).toList()))
					.sorted().toList();
		}
	}

	private Table exported(Path store) throws Exception {
		return Table.of(succeed("scores", "export", "--store", store.toString()).lines().toList());
	}

	private static Table scored(String name) throws Exception {
		return Table.of(Files.readAllLines(filled.resolve(name + ".csv")));
	}

	private JsonObject info(Path store) throws Exception {
		return JsonParser.parseString(succeed("scores", "info", "--store", store.toString(), "--json"))
				.getAsJsonObject();
	}

	@Test
	void infoCountsWhatIsThere() throws Exception {
		JsonObject info = info(one);
		assertEquals(4, info.get("scores").getAsInt());
		assertEquals(0, info.get("damaged").getAsInt());
		assertEquals(Files.size(one), info.get("bytes").getAsLong());
		Set<String> groups = new TreeSet<>();
		for (JsonElement each : info.getAsJsonArray("groups")) {
			JsonObject group = each.getAsJsonObject();
			groups.add(group.get("proxy").getAsString() + " " + group.get("scores") + " " + group.get("non_finite"));
		}
		assertEquals(Set.of("naswot 2 1", "params 2 0"), groups);
		String text = succeed("scores", "info", "--store", one.toString());
		assertTrue(text.contains("4 scores") && text.contains("naswot"), text);
	}

	/** A score is kept under the cell that stands for all equal ones, so that some rows name another one. */
	@Test
	void exportIsTheTableThatWasScored() throws Exception {
		Table exported = exported(one);
		assertEquals(scored("one").of("proxy", "score", "reason"), exported.of("proxy", "score", "reason"));
		assertTrue(exported.of("architecture").contains(CONVOLUTIONS), exported.toString());
		assertEquals(List.of("nats-tss 1 8"), exported.of("space", "seed", "batch").stream().distinct().toList());
		succeed("scores", "export", "--store", one.toString(), "--out", "export.csv");
		assertEquals(exported, Table.of(Files.readAllLines(folder.resolve("export.csv"))));
	}

	@Test
	void mergeGivesTheUnionAndPruneTakesWhatItSays() throws Exception {
		String merged = succeed("scores", "merge", one.toString(), other.toString());
		assertTrue(merged.contains("2 scores added, 2 were known"), merged);
		Set<String> union = new TreeSet<>(scored("one").of("proxy", "score"));
		union.addAll(scored("other").of("proxy", "score"));
		assertEquals(6, union.size());
		assertEquals(List.copyOf(union), exported(other).of("proxy", "score"));
		assertEquals(4, info(one).get("scores").getAsInt(), "where they come from stays as it is");

		String pruned = succeed("scores", "prune", "--proxy", "params", "--store", other.toString());
		assertTrue(pruned.contains("3 scores deleted"), pruned);
		assertEquals(union.stream().filter(s -> s.startsWith("naswot ")).toList(),
				exported(other).of("proxy", "score"));
		assertEquals(2, Product.run(folder, "scores", "prune", "--store", other.toString()).code(), "which?");
		assertEquals(3, info(other).get("scores").getAsInt());
	}

	@Test
	void otherProgramsReadTheFile() throws Exception {
		assertEquals(List.of(List.of("wal")), Store.query(one, "PRAGMA journal_mode"));
		assertEquals(List.of(List.of("ok")), Store.query(one, "PRAGMA integrity_check"));
		List<String> scores = Store.query(one, "SELECT proxy, value FROM scores").stream().map(r -> String.join(" ", r))
				.sorted().toList();
		assertEquals(
				scored("one").of("proxy", "score").stream().map(s -> s.replace("-inf", "-Infinity")).sorted().toList(),
				scores);
	}
}
