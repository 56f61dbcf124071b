/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.registry.Contributions;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitectureSelection;

/** A window without runs at first, small experiments to run in it, and an ear for what its views select. */
@ExtendWith(FreezeGuard.class)
abstract class RunsInViews {
	/** Two searches with three seeds; asks for no accuracies. */
	static final String TWO = """
			format: 1
			name: two
			space: nats-tss
			dataset: { id: dead-leaves, batch: 16 }
			seeds: { first: 1, count: 3 }
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 40 }
			    proxy: params
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 8, sample: 3, evaluations: 40 }
			    proxy: params
			""";
	/** The same with accuracies. */
	static final String KNOWN = TWO.replace("name: two", "name: known").replace("seeds:",
			"benchmark: { id: table, path: \"accuracies.csv\", key: arch, accuracy: acc, meaning: \"made up\" }\nseeds:");

	@TempDir
	Path folder;

	final OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);
	final List<ArchitectureSelection> selected = new ArrayList<>();
	private final ISelectionListener listener = (part, selection) -> {
		// a view that is shown tells that nothing is selected in it yet
		if (selection instanceof ArchitectureSelection picked && !picked.isEmpty()) {
			selected.add(picked);
		}
	};
	SearchSpace space;

	@BeforeEach
	void beginWithoutRuns() throws Exception {
		Window.closeWelcome();
		Window.shell().setSize(1400, 900);
		closeRuns();
		space = PlatformUI.getWorkbench().getService(Contributions.class).searchSpace("nats-tss");
		PlatformUI.getWorkbench().getActiveWorkbenchWindow().getSelectionService().addSelectionListener(listener);
	}

	@AfterEach
	void endWithoutRuns() {
		PlatformUI.getWorkbench().getActiveWorkbenchWindow().getSelectionService().removeSelectionListener(listener);
		closeRuns();
	}

	private void closeRuns() {
		open.runs().forEach(r -> open.close(r.directory()));
		Window.until("no run is shown", () -> open.runs().isEmpty());
	}

	/** Runs an experiment to its end, and shows it. */
	ShownRun run(String experiment) throws IOException {
		Path file = Files.writeString(folder.resolve("some" + open.runs().size() + ".nas.yaml"), experiment);
		RunJob job = PlatformUI.getWorkbench().getService(Runs.class).start(file);
		Window.until("the run has finished", () -> job.getState() == Job.NONE && finished(job).isPresent());
		return finished(job).orElseThrow();
	}

	private java.util.Optional<ShownRun> finished(RunJob job) {
		return open.runs().stream().filter(r -> r.directory().equals(job.order().directory()))
				.filter(r -> r.state() == ShownRun.State.FINISHED).findFirst();
	}

	/** Made up, but such that convolutions do good. */
	private double accuracy(Architecture architecture) {
		double good = 4 * space.feature(architecture, "nor_conv_3x3", Task.CIFAR10)
				+ 2 * space.feature(architecture, "nor_conv_1x1", Task.CIFAR10)
				+ space.feature(architecture, "skip_connect", Task.CIFAR10);
		return 60 + good + space.indexOf(architecture) * 7919 % 1000 / 200.0;
	}

	/** A table of accuracies of all cells, which {@link #KNOWN} names. */
	Path accuracies() throws IOException {
		StringBuilder table = new StringBuilder("arch,acc\n");
		for (long i = 0; i < space.size(); i++) {
			Architecture architecture = space.at(i);
			table.append(architecture.text()).append(',')
					.append(String.format(Locale.ROOT, "%.4f", accuracy(architecture))).append('\n');
		}
		return Files.writeString(folder.resolve("accuracies.csv"), table);
	}

	static void mouse(int type, Control control, Point at) {
		Event event = new Event();
		event.button = 1;
		event.x = at.x;
		event.y = at.y;
		control.notifyListeners(type, event);
	}

	static void click(Control control, Point at) {
		mouse(SWT.MouseDown, control, at);
		mouse(SWT.MouseUp, control, at);
	}
}
