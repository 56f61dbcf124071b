/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trainless.figures.Figure;
import org.trainless.ui.charts.figure.FigureControl;
import org.trainless.ui.evaluations.EvaluationsView;
import org.trainless.ui.runs.RunName;
import org.trainless.ui.runs.ShownRun;

/** One of two runs is damaged in some way: that is shown in place, and all views go on with the other. */
class BadDayTest extends RunsInViews {
	private Path good;
	private Path bad;
	private EvaluationsView evaluations;

	@BeforeEach
	void runTwice() throws IOException, PartInitException {
		good = run(TWO.replace("count: 3", "count: 1")).directory();
		bad = run(TWO.replace("count: 3", "count: 1")).directory();
		evaluations = (EvaluationsView) Window.page().showView(EvaluationsView.ID);
		Window.until("both are listed", () -> evaluations.table().all() == 160);
	}

	private ShownRun shown(Path directory) {
		return open.runs().stream().filter(r -> r.directory().equals(directory)).findFirst().orElseThrow();
	}

	private static Optional<TreeItem> row(Path directory) {
		String label = RunName.label(directory.getFileName().toString(), LocalDate.now());
		return Arrays.stream(Window.named(Tree.class, "runs").getItems()).filter(i -> i.getText(0).equals(label))
				.findFirst();
	}

	private static String state(Path directory) {
		return row(directory).map(i -> i.getText(1)).orElse("");
	}

	/** All views show what there is; the good run is whole. */
	private void theRestWorks(int trialsOfTheBad) throws PartInitException {
		Window.until("the list shows the trials", () -> shown(bad).trials().size() == trialsOfTheBad);
		Window.until("the table shows the rest", () -> evaluations.table().all() == 80 + trialsOfTheBad);
		Window.page().showView("org.trainless.ui.runs");
		Window.until("the good run is finished", () -> state(good).contains("finished"));
		TreeItem item = row(good).orElseThrow();
		assertEquals(List.of("random", "evolution"), Arrays.stream(item.getItems()).map(i -> i.getText(0)).toList());
		Window.page().showView("org.trainless.ui.charts.histogram");
		FigureControl histogram = Window.named(FigureControl.class, "histogram");
		Window.until("the histogram is there", () -> histogram.isVisible() && count(histogram) > 0);
		Window.page().showView("org.trainless.ui.charts.anytime");
		FigureControl anytime = Window.named(FigureControl.class, "anytime");
		Window.until("the curves of the good run", () -> anytime.isVisible() && anytime.figure().layers().stream()
				.filter(l -> l.name().startsWith(good.getFileName().toString()) || trialsOfTheBad == 0).count() == 2);
	}

	private static int count(FigureControl histogram) {
		return histogram.figure().layers().stream().mapToInt(l -> Arrays.stream(((Figure.Bars) l).count()).sum()).sum();
	}

	@Test
	void aTruncatedLogShowsWhatIsWhole() throws IOException, PartInitException {
		Path log = bad.resolve("trials.jsonl");
		List<String> lines = Files.readAllLines(log);
		String whole = String.join("\n", lines.subList(0, 50)) + '\n';
		Files.writeString(log, whole + lines.get(50).substring(0, 40));
		theRestWorks(50);
	}

	@Test
	void aDamagedLineIsToldAndWhatStandsBeforeItIsShown() throws IOException, PartInitException {
		Path log = bad.resolve("trials.jsonl");
		List<String> lines = Files.readAllLines(log);
		Files.writeString(log, String.join("\n", lines.subList(0, 30)) + "\n{\"trial\": oops\n");
		Window.until("it is told", () -> state(bad).contains("unreadable") && state(bad).contains("line 31"));
		theRestWorks(30);
		Window.screenshot("bad-day-damaged");
	}

	@Test
	void aRunOfANewerVersionIsTold() throws IOException, PartInitException {
		Path log = bad.resolve("trials.jsonl");
		String newer = Files.readString(log).replaceFirst("\"schema\": ?1", "\"schema\": 99");
		assertTrue(newer.contains("99"), newer.substring(0, 200));
		Files.writeString(log, newer);
		open.close(bad);
		Window.until("it is closed", () -> open.runs().size() == 1);
		open.open(bad);
		Window.until("it is told", () -> state(bad).contains("schema 99"));
		theRestWorks(0);
		Window.screenshot("bad-day-newer");
	}

	@Test
	void aDeletedDirectoryIsTold() throws IOException, PartInitException {
		try (Stream<Path> files = Files.walk(bad)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		Window.until("it is told", () -> state(bad).contains("gone"));
		theRestWorks(0);
	}

	@Test
	void aBrokenProvenanceIsToldAndTheTrialsAreShown() throws IOException, PartInitException {
		Files.writeString(bad.resolve("provenance.json"), "{ \"experiment\": ");
		open.close(bad);
		Window.until("it is closed", () -> open.runs().size() == 1);
		open.open(bad);
		Window.until("it is told", () -> state(bad).contains("unreadable"));
		theRestWorks(80);
	}
}
