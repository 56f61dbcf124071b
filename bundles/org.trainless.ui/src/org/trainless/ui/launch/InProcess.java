/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.run.PreparedRun;
import org.trainless.core.run.RunListener;
import org.trainless.core.run.RunOutcome;
import org.trainless.core.run.RunRequest;
import org.trainless.core.run.RunService;
import org.trainless.core.score.StoreLocation;
import org.trainless.experiment.ExperimentResult;

/** Makes a run in the process of the workbench. */
final class InProcess implements RunMaker {
	private final ExperimentFiles files;
	private final RunService service;
	private final int jobs;

	InProcess(ExperimentFiles files, RunService service, int jobs) {
		this.files = files;
		this.service = service;
		this.jobs = jobs;
	}

	@Override
	public Ending make(RunOrder order, Consumer<String> output, BooleanSupplier cancelled) {
		RunListener listener = new RunListener() {
			@Override
			public void problem(Problem problem) {
				output.accept(problem.toLine());
			}
		};
		try {
			ExperimentResult read = files.read(order.file(), java.util.List.of());
			read.problems().forEach(p -> output.accept(p.toLine()));
			if (read.experiment().isEmpty()) {
				return Ending.FAILED;
			}
			try (PreparedRun run = service.prepare(read, cancelled::getAsBoolean)) {
				RunOutcome outcome = run.execute(
						new RunRequest(order.directory(), order.resume(), jobs, StoreLocation.of(Optional.empty())),
						listener, cancelled::getAsBoolean);
				return outcome.ending() == RunOutcome.Ending.FINISHED ? Ending.FINISHED : Ending.CANCELLED;
			}
		} catch (CancellationException e) {
			return Ending.CANCELLED;
		} catch (ProblemException e) {
			e.problems().forEach(p -> output.accept(p.toLine()));
			return Ending.FAILED;
		}
	}
}
