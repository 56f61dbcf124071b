/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of runs says what runs say about their question, and compares whatever searches are selected. */
class AnswerTest extends RunsInViews {
	@BeforeEach
	void show() throws Exception {
		Window.page().showView("org.trainless.ui.runs");
	}

	private static String answer() {
		StyledText answer = Window.named(StyledText.class, "runs.answer");
		return answer.isVisible() ? answer.getText() : "";
	}

	private static void select(TreeItem... items) {
		Tree tree = Window.named(Tree.class, "runs");
		tree.setSelection(items);
		tree.notifyListeners(SWT.Selection, new Event());
	}

	private static TreeItem item(int run, int... search) {
		TreeItem item = Window.named(Tree.class, "runs").getItem(run);
		return search.length == 0 ? item : item.getItem(search[0]);
	}

	private static void untilListed(int runs) {
		Tree tree = Window.named(Tree.class, "runs");
		Window.until("all are listed",
				() -> tree.getItemCount() == runs && tree.getItem(runs - 1).getText(1).contains("finished")
						&& tree.getItem(runs - 1).getItemCount() == 2 && tree.getItem(runs - 1).getExpanded());
	}

	@Test
	void aFinishedRunAnswersItsQuestion() throws Exception {
		run(TWO.replace("space: nats-tss", "question: Is evolution better?\nspace: nats-tss"));
		untilListed(1);
		Window.until("it has answered", () -> answer().contains("mean difference"));
		assertTrue(answer().startsWith("Is evolution better?\n"), answer());
		assertTrue(answer().contains("'evolution'") && answer().contains("'random'"), answer());
		assertTrue(answer().contains("3 seeds"), answer());
		assertTrue(answer().contains("By the score of the incumbents"), answer());
		Window.screenshot("answer");
	}

	@Test
	void searchesOfTwoRunsAreComparedWithTheFirstThatIsSelected() throws Exception {
		run(TWO);
		run(TWO.replace("evaluations: 40", "evaluations: 30"));
		untilListed(2);
		select(item(0, 1), item(1, 1));
		Window.until("they are compared", () -> answer().contains("'evolution of " + open.runs().get(1).name() + "'"));
		assertTrue(answer().contains("'evolution of " + open.runs().get(0).name() + "'"), answer());
		select(item(1));
		Window.until("one run answers for itself",
				() -> answer().contains("'evolution' and 'random'") || answer().contains("than 'random'"));
		assertFalse(answer().contains(" of " + open.runs().get(0).name()), answer());
	}

	@Test
	void whatCannotBeComparedIsSaid() throws Exception {
		run(TWO);
		run(TWO.replace("proxy: params", "proxy: flops"));
		untilListed(2);
		select(item(0, 0), item(1, 0));
		Window.until("it says so", () -> answer().contains("cannot be compared"));
		assertFalse(answer().contains("mean difference"), answer());
	}

	@Test
	void accuraciesAreComparedWhereBothAreKnown() throws Exception {
		accuracies();
		run(KNOWN);
		run(KNOWN.replace("proxy: params", "proxy: flops"));
		untilListed(2);
		select(item(0, 0), item(1, 0));
		Window.until("accuracies are compared", () -> answer().contains("By the accuracy"));
		assertTrue(answer().contains("mean difference"), answer());
	}
}
