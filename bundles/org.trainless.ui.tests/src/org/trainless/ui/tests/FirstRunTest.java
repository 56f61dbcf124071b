/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;

/** Somebody who never saw the product runs the example from the welcome page. */
@ExtendWith(FreezeGuard.class)
class FirstRunTest {
	private static List<ShownRun> runs() {
		return PlatformUI.getWorkbench().getService(OpenRuns.class).runs();
	}

	@BeforeEach
	void beginWithNone() {
		OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);
		open.runs().forEach(r -> open.close(r.directory()));
	}

	@Test
	void theExampleRunsFromTheWelcomePage() throws IOException, PartInitException {
		Window.shell().setSize(1400, 900);
		PlatformUI.getWorkbench().getIntroManager().showIntro(PlatformUI.getWorkbench().getActiveWorkbenchWindow(),
				false);
		Window.until("the welcome page",
				() -> Window.find(Window.shell(), c -> "run.quickstart.nas.yaml".equals(c.getData("org.trainless.id")))
						.isPresent());
		Window.screenshot("welcome");
		Window.click(Window.named(Button.class, "run.quickstart.nas.yaml"));

		Window.until("the run is shown", () -> !runs().isEmpty() && !runs().get(0).trials().isEmpty());
		Window.screenshot("running");
		Window.until("the run has finished", () -> runs().get(0).state() == ShownRun.State.FINISHED);
		assertEquals(144, runs().get(0).trials().size());
		assertTrue(Files.exists(runs().get(0).directory().resolve("summary.csv")));
		assertEquals("examples", ResourcesPlugin.getWorkspace().getRoot().getProjects()[0].getName());
		assertNotNull(Window.page().getActiveEditor());
		assertEquals("quickstart.nas.yaml", Window.page().getActiveEditor().getTitle());

		Tree tree = Window.named(Tree.class, "runs");
		Window.until("the searches are listed", () -> tree.getItemCount() == 1 && tree.getItem(0).getItemCount() == 2);
		assertEquals("random", tree.getItem(0).getItem(0).getText(0));
		assertEquals("72", tree.getItem(0).getItem(0).getText(3));
		Window.screenshot("finished");
	}
}
