/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.TextConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.preferences.Preferences;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;

/** Runs are watched, stopped, killed, completed, damaged and deleted, and the window goes on. */
@ExtendWith(FreezeGuard.class)
class RunsTest {
	private static final String LONG = """
			format: 1
			name: long
			space: nats-tss
			dataset: { id: dead-leaves, batch: 16 }
			seeds: { first: 1, count: 1 }
			searches:
			  - name: all of it
			    strategy: { id: random, evaluations: 3000 }
			    proxy: naswot
			""";
	private static final String SHORT = LONG.replace("3000", "20").replace("naswot", "params");

	@TempDir
	private Path folder;

	private final OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);
	private final Runs runs = PlatformUI.getWorkbench().getService(Runs.class);

	@BeforeEach
	void beginWithNone() throws PartInitException {
		Window.closeWelcome();
		Window.page().showView("org.trainless.ui.runs");
		open.runs().forEach(r -> open.close(r.directory()));
		Window.until("no run is shown", () -> open.runs().isEmpty());
	}

	@AfterEach
	void stop() {
		runs.stopAll();
		Window.until("no run goes on", () -> Job.getJobManager().find(RunJob.FAMILY).length == 0);
		Preferences.store().setToDefault(Preferences.CHILD_PROCESS);
		open.runs().forEach(r -> open.close(r.directory()));
	}

	private Path experiment(String text) throws IOException {
		return Files.writeString(folder.resolve("some.nas.yaml"), text);
	}

	private ShownRun shown(Path directory) {
		return open.runs().stream().filter(r -> r.directory().equals(directory)).findFirst().orElseThrow();
	}

	private static String stateInTheList() {
		return stateInTheList(0);
	}

	private static String stateInTheList(int run) {
		Tree tree = Window.named(Tree.class, "runs");
		return tree.getItemCount() <= run ? "" : tree.getItem(run).getText(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aRunThatIsStoppedEndsAtOnceAndCanBeCompleted(boolean child) throws IOException {
		Preferences.store().setValue(Preferences.CHILD_PROCESS, child);
		RunJob job = runs.start(experiment(LONG));
		Path directory = job.order().directory();
		Window.until("trials are shown", () -> shown(directory).trials().size() >= 2);
		long begin = System.nanoTime();
		job.cancel();
		Window.until("the job has ended", () -> job.getState() == Job.NONE);
		// told in a second on a free machine; this only says that it does not wait for the run's end
		assertTrue(System.nanoTime() - begin < 10_000_000_000L);
		Window.until("it is interrupted", () -> shown(directory).state() == ShownRun.State.INTERRUPTED);
		int before = shown(directory).trials().size();
		assertTrue(before < 3000);

		RunJob again = runs.resume(directory);
		Window.until("it goes on", () -> shown(directory).trials().size() > before);
		again.cancel();
	}

	@Test
	void aKilledProcessCostsNeitherTheWindowNorTheResults() throws IOException {
		RunJob job = runs.start(experiment(LONG));
		Path directory = job.order().directory();
		Window.until("trials are shown", () -> shown(directory).trials().size() >= 2);
		ProcessHandle.current().children().filter(p -> p.info().commandLine().orElse("").contains("org.trainless.cli"))
				.forEach(ProcessHandle::destroyForcibly);
		Window.until("the job has ended", () -> job.getState() == Job.NONE);
		Window.until("the list says so", () -> stateInTheList().contains("interrupted"));
		assertTrue(shown(directory).trials().size() >= 2);
	}

	private static String consoles() {
		return Stream.of(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
				.map(c -> ((TextConsole) c).getDocument().get()).collect(Collectors.joining());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatCannotBeginIsTheReasonAndNoRun(boolean child) throws Exception {
		Preferences.store().setValue(Preferences.CHILD_PROCESS, child);
		String name = child ? "CHILD" : "HERE";
		RunJob job = runs.start(experiment(SHORT.replace("{ id: dead-leaves, batch: 16 }",
				"{ id: cifar10, path: '${NOWHERE_" + name + "}', batch: 16 }")));
		Window.until("the job has ended", () -> job.getState() == Job.NONE);
		Window.until("no run is listed", () -> open.runs().isEmpty());
		Window.until("the console says why",
				() -> consoles().contains(":4:32: the variable NOWHERE_" + name + " is not set"));
		Window.until("the console is in front", () -> {
			IViewPart console = Window.page().findView(IConsoleConstants.ID_CONSOLE_VIEW);
			return console != null && Window.page().isPartVisible(console);
		});
		assertFalse(Files.exists(job.order().directory()));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theNotificationCountsWhatIsOnDiskAndNotWhatIsShown(boolean closed) throws IOException {
		RunJob job = runs.start(experiment(SHORT));
		if (closed) {
			// it may be over in no time, so that nobody sees it run
			Window.until("the run has begun", () -> job.getState() == Job.RUNNING || job.getState() == Job.NONE);
			open.close(job.order().directory());
		}
		String told = job.order().name() + " has finished: 20 evaluations.";
		Window.until("it is told", () -> Arrays.stream(Display.getCurrent().getShells()).anyMatch(
				s -> Window.find(s, c -> c instanceof Label label && label.getText().equals(told)).isPresent()));
	}

	@Test
	void severalRunsWaitForEachOther() throws IOException {
		Path file = experiment(SHORT);
		List<RunJob> jobs = List.of(runs.start(file), runs.start(file), runs.start(file));
		assertEquals(3, jobs.stream().map(j -> j.order().directory()).distinct().count());
		Window.until("the last waits in the list", () -> stateInTheList(2).contains("not begun yet"));
		Window.until("all have ended", () -> jobs.stream().allMatch(j -> j.getState() == Job.NONE));
		Window.until("all are finished", () -> open.runs().size() == 3
				&& open.runs().stream().allMatch(r -> r.state() == ShownRun.State.FINISHED));
		assertEquals(List.of(20, 20, 20), open.runs().stream().map(r -> r.trials().size()).toList());
	}

	@Test
	void aDeletedAndADamagedAndANewerRunAreShownInPlace() throws IOException {
		RunJob job = runs.start(experiment(SHORT));
		Path directory = job.order().directory();
		Window.until("it has finished", () -> shown(directory).state() == ShownRun.State.FINISHED);
		Window.until("it is listed", () -> stateInTheList().contains("finished"));

		Files.writeString(directory.resolve("trials.jsonl"), "{\"schema\": 99}\n", StandardOpenOption.APPEND);
		Window.until("a newer version is told", () -> stateInTheList().contains("schema 99"));
		assertEquals(20, shown(directory).trials().size());

		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		Window.until("its end is told", () -> stateInTheList().contains("gone"));
	}
}
