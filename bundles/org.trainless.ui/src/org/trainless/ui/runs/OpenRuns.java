/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.trainless.api.problem.ProblemException;
import org.trainless.store.RunFollower;

/**
 * The runs that are looked at: all views show these, live while a run goes on and the same from a directory that was
 * finished long ago. A run's directory is the only thing that is looked at, so that what is seen is on disk already,
 * and that a run in another process is seen as well as one in this.
 * <p>
 * A service; views find it by {@code getSite().getService(OpenRuns.class)}. Thread-safe.
 *
 * @since 0.1
 */
public final class OpenRuns {
	/** Told of changes. */
	@FunctionalInterface
	public interface Listener {
		/**
		 * Called in the UI thread, at most about ten times a second.
		 *
		 * @param runs all open runs, in the order opened
		 */
		void runsChanged(List<ShownRun> runs);
	}

	private static final long LIVE_MILLIS = 150;
	private static final long IDLE_MILLIS = 1_000;

	private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
	private final Map<Path, Followed> followed = new LinkedHashMap<>();
	private final AtomicBoolean announced = new AtomicBoolean();
	private final Job job = Job.create(Messages.OpenRuns_follow, this::lookAtAll);
	private int opened;

	/** Called by the service component runtime. */
	public OpenRuns() {
		job.setSystem(true);
	}

	/** One run and what was seen of it; only the job looks. */
	private static final class Followed {
		private final RunFollower follower;
		private GrowingTrials trials = new GrowingTrials();
		private volatile ShownRun shown;

		Followed(Path directory, int number) {
			follower = new RunFollower(directory);
			shown = new ShownRun(directory, number, ShownRun.State.MISSING, RunFacts.NONE, trials.snapshot(), false,
					Optional.empty());
		}

		private RunFacts factsIfReadable() {
			try {
				return RunFacts.of(follower.facts());
			} catch (ProblemException e) {
				// the problem with the log is told already
				return RunFacts.NONE;
			}
		}

		/** @return whether there is more to read at once */
		boolean look() {
			RunFacts facts = shown.facts();
			try {
				RunFollower.Look look = follower.look();
				if (look.restarted()) {
					trials = new GrowingTrials();
					facts = RunFacts.NONE;
				}
				trials.add(look.added());
				if (facts.experiment().isEmpty()) {
					facts = RunFacts.of(follower.facts());
				}
				ShownRun.State state = ShownRun.State.valueOf(look.state().name());
				shown = new ShownRun(shown.directory(), shown.number(), state, facts,
						look.added().isEmpty() && !look.restarted() ? shown.trials() : trials.snapshot(),
						look.complete(), Optional.empty());
				return !look.complete();
			} catch (ProblemException e) {
				// what it says of itself is read once more: an unreadable log does not make it unknown
				if (facts.experiment().isEmpty()) {
					facts = factsIfReadable();
				}
				shown = new ShownRun(shown.directory(), shown.number(), ShownRun.State.INTERRUPTED, facts,
						trials.snapshot(), true, Optional.of(e.problems().get(0)));
				return false;
			}
		}
	}

	/**
	 * Opens a run; nothing happens when it is open.
	 *
	 * @param directory its directory; the run may begin later
	 */
	public void open(Path directory) {
		Path path = directory.toAbsolutePath().normalize();
		synchronized (followed) {
			if (!followed.containsKey(path)) {
				followed.put(path, new Followed(path, opened++));
			}
		}
		job.schedule();
	}

	/**
	 * Closes a run: views show it no more. The run itself is not touched.
	 *
	 * @param directory its directory
	 */
	public void close(Path directory) {
		synchronized (followed) {
			followed.remove(directory.toAbsolutePath().normalize());
		}
		announce();
	}

	/**
	 * @return the open runs as they were last seen, in the order opened
	 */
	public List<ShownRun> runs() {
		synchronized (followed) {
			return followed.values().stream().map(f -> f.shown).toList();
		}
	}

	/**
	 * Adds a listener, and tells it at once; to be called in the UI thread.
	 *
	 * @param listener told of changes until it is removed
	 */
	public void addListener(Listener listener) {
		listeners.add(listener);
		listener.runsChanged(runs());
	}

	/**
	 * @param listener told no more
	 */
	public void removeListener(Listener listener) {
		listeners.remove(listener);
	}

	private IStatus lookAtAll(IProgressMonitor monitor) {
		List<Followed> all;
		synchronized (followed) {
			all = new ArrayList<>(followed.values());
		}
		boolean changed = false;
		boolean more = false;
		boolean live = false;
		for (Followed run : all) {
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			ShownRun before = run.shown;
			more |= run.look();
			live |= run.shown.state() == ShownRun.State.RUNNING;
			changed |= !run.shown.equals(before);
		}
		if (changed) {
			announce();
		}
		if (!all.isEmpty()) {
			job.schedule(more ? 0 : live ? LIVE_MILLIS : IDLE_MILLIS);
		}
		return Status.OK_STATUS;
	}

	/** Changes that come while one is being told are told together. */
	private void announce() {
		if (!PlatformUI.isWorkbenchRunning() || !announced.compareAndSet(false, true)) {
			return;
		}
		Display display = PlatformUI.getWorkbench().getDisplay();
		if (display.isDisposed()) {
			return;
		}
		display.asyncExec(() -> {
			announced.set(false);
			List<ShownRun> runs = runs();
			for (Listener listener : listeners) {
				try {
					listener.runsChanged(runs);
				} catch (RuntimeException e) {
					// one broken view must not keep the others from seeing their runs
					ILog.of(OpenRuns.class).error(Messages.OpenRuns_listenerFailed, e);
				}
			}
		});
	}
}
