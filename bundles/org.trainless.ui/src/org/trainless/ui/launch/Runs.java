/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.run.RunService;
import org.trainless.ui.preferences.Preferences;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.RunName;

/**
 * Starts runs and stops them. A service; found by {@code getSite().getService(Runs.class)}.
 */
public final class Runs {
	private static final int POPUP_MILLIS = 8_000;

	private final OpenRuns open;
	private final ExperimentFiles files;
	private final RunService service;

	/**
	 * Called by the service component runtime.
	 *
	 * @param open    shows runs
	 * @param files   reads experiments
	 * @param service makes runs in this process
	 */
	public Runs(OpenRuns open, ExperimentFiles files, RunService service) {
		this.open = open;
		this.files = files;
		this.service = service;
	}

	/**
	 * Runs an experiment into a new directory, {@code runs/<file>-<time>} beside the file.
	 *
	 * @param file the experiment file
	 * @return the job, scheduled
	 */
	public RunJob start(Path file) {
		String base = file.getFileName().toString().replaceAll("\\.nas\\.yaml$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		Path folder = file.resolveSibling("runs"); //$NON-NLS-1$
		String name = RunName.of(base, LocalDateTime.now());
		Path directory = folder.resolve(name);
		for (int i = 2; Files.exists(directory) || isOrdered(directory); i++) {
			directory = folder.resolve(name + "-" + i); //$NON-NLS-1$
		}
		return schedule(new RunOrder(file, directory, false));
	}

	/**
	 * Completes a run that was interrupted, by the experiment that it keeps.
	 *
	 * @param directory the run directory
	 * @return the job, scheduled
	 */
	public RunJob resume(Path directory) {
		return schedule(new RunOrder(directory.resolve("resolved.nas.yaml"), directory, true)); //$NON-NLS-1$
	}

	/** Stops all runs that go on or wait; what is on disk can be completed later. */
	public void stopAll() {
		Job.getJobManager().cancel(RunJob.FAMILY);
	}

	/**
	 * @param directory a run directory
	 * @return true while a job of this workbench makes the run or waits to
	 */
	public boolean isOrdered(Path directory) {
		for (Job job : Job.getJobManager().find(RunJob.FAMILY)) {
			if (job instanceof RunJob run && run.order().directory().equals(directory)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param directory a run directory
	 */
	public void stop(Path directory) {
		for (Job job : Job.getJobManager().find(RunJob.FAMILY)) {
			if (job instanceof RunJob run && run.order().directory().equals(directory)) {
				job.cancel();
			}
		}
	}

	private RunJob schedule(RunOrder order) {
		RunMaker maker = Preferences.store().getBoolean(Preferences.CHILD_PROCESS)
				? new ChildProcess(Preferences.jobs(), Preferences.scoreStore(), Preferences.variables(), process -> {
				})
				: new InProcess(files, service, Preferences.jobs());
		RunConsole console = new RunConsole(order.name());
		RunJob job = new RunJob(order, maker, open, console, ended -> tell(ended, console));
		open.open(order.directory());
		job.schedule();
		return job;
	}

	private static void tell(RunJob.Ended ended, RunConsole console) {
		if (!PlatformUI.isWorkbenchRunning()) {
			return;
		}
		if (ended.ending() == RunMaker.Ending.FAILED) {
			console.show();
		}
		String text = text(ended);
		Display display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(() -> NotificationPopup.forDisplay(display).title(Messages.Runs_title, true).text(text)
					.delay(POPUP_MILLIS).open());
		}
	}

	private static String text(RunJob.Ended ended) {
		String name = ended.order().name();
		if (ended.notBegun().isPresent() && ended.ending() != RunMaker.Ending.CANCELLED) {
			return NLS.bind(Messages.Runs_notBegun, name, ended.notBegun().get());
		}
		return NLS.bind(switch (ended.ending()) {
		case FINISHED -> Messages.Runs_finished;
		case CANCELLED -> Messages.Runs_cancelled;
		case FAILED -> Messages.Runs_failed;
		case KILLED -> Messages.Runs_killed;
		}, name, ended.trials());
	}
}
