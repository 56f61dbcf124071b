/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.trainless.store.RunDirectory;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;

/**
 * One run, as a job with progress: evaluations, rate and time left. Runs queue: each has the machine for itself, so
 * that what it says of time is true.
 */
public final class RunJob extends Job {
	/** All runs; for those who look for them or wait for them. */
	public static final Object FAMILY = new Object();

	private static final ISchedulingRule ONE_AT_A_TIME = new ISchedulingRule() {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return rule == this;
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return rule == this;
		}
	};
	private static final int UNKNOWN = -1;
	private static final long LOOK_MILLIS = 200;
	private static final int BUFFER = 1 << 16;

	private final RunOrder order;
	private final RunMaker maker;
	private final OpenRuns runs;
	private final Consumer<String> output;
	private final Consumer<Ended> ended;

	/**
	 * How a run came to its end.
	 *
	 * @param order    what was run
	 * @param ending   how
	 * @param trials   how many trials are on disk
	 * @param notBegun why there is no run at all, if so
	 */
	record Ended(RunOrder order, RunMaker.Ending ending, long trials, Optional<String> notBegun) {
	}

	/**
	 * Remembers the first thing that was said: of a run that could not begin, it is the reason. What a virtual machine
	 * says of itself comes before it.
	 */
	private static final class FirstLine implements Consumer<String> {
		private static final Pattern MACHINE = Pattern.compile("Picked\\sup\\b|WARNING:|\\S.*\\sVM\\swarning:"); //$NON-NLS-1$

		private final Consumer<String> next;
		private final AtomicReference<String> first = new AtomicReference<>();

		FirstLine(Consumer<String> next) {
			this.next = next;
		}

		@Override
		public void accept(String line) {
			if (!line.isBlank() && !MACHINE.matcher(line).lookingAt()) {
				first.compareAndSet(null, line);
			}
			next.accept(line);
		}
	}

	RunJob(RunOrder order, RunMaker maker, OpenRuns runs, Consumer<String> output, Consumer<Ended> ended) {
		super(NLS.bind(Messages.RunJob_name, order.name()));
		this.order = order;
		this.maker = maker;
		this.runs = runs;
		this.output = output;
		this.ended = ended;
		setUser(false);
		setRule(ONE_AT_A_TIME);
	}

	/**
	 * @return what it runs
	 */
	public RunOrder order() {
		return order;
	}

	@Override
	public boolean belongsTo(Object family) {
		return FAMILY == family;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		AtomicBoolean over = new AtomicBoolean();
		runs.open(order.directory());
		Thread watch = Thread.ofVirtual().name("trainless-progress").start(() -> watch(monitor, over)); //$NON-NLS-1$
		try {
			FirstLine said = new FirstLine(output);
			RunMaker.Ending ending = maker.make(order, said, monitor::isCanceled);
			over.set(true);
			watch.interrupt();
			boolean begun = Files.exists(order.directory());
			if (begun) {
				refresh();
			} else {
				// nothing is there to be shown, now or later
				runs.close(order.directory());
			}
			ended.accept(new Ended(order, ending, trials(order.directory()),
					begun ? Optional.empty() : Optional.ofNullable(said.first.get())));
			return switch (ending) {
			case FINISHED -> Status.OK_STATUS;
			case CANCELLED -> Status.CANCEL_STATUS;
			// told in the console, in the notification and in the list of runs; a dialog would be once too often
			case FAILED, KILLED -> Status.OK_STATUS;
			};
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Status.CANCEL_STATUS;
		} finally {
			over.set(true);
			monitor.done();
		}
	}

	/** Counted where they are: what is shown is behind, and a run that was closed meanwhile is not shown at all. */
	static long trials(Path directory) {
		byte[] part = new byte[BUFFER];
		long lines = 0;
		try (InputStream log = Files.newInputStream(directory.resolve(RunDirectory.TRIALS))) {
			for (int read = log.read(part); read >= 0; read = log.read(part)) {
				for (int i = 0; i < read; i++) {
					lines += part[i] == '\n' ? 1 : 0;
				}
			}
		} catch (IOException e) {
			// there are none, or none that could be read: the list of runs says why
			return lines;
		}
		return lines;
	}

	private ShownRun shown() {
		return runs.runs().stream().filter(r -> r.directory().equals(order.directory().toAbsolutePath().normalize()))
				.findFirst().orElse(null);
	}

	/** Progress is what is on disk. */
	private void watch(IProgressMonitor monitor, AtomicBoolean over) {
		long total = UNKNOWN;
		long told = 0;
		long first = UNKNOWN;
		long begin = System.nanoTime();
		monitor.beginTask(NLS.bind(Messages.RunJob_name, order.name()), IProgressMonitor.UNKNOWN);
		while (!over.get()) {
			ShownRun shown = shown();
			if (shown != null && shown.state() == ShownRun.State.RUNNING) {
				long done = shown.trials().size();
				if (total == UNKNOWN && shown.facts().evaluations().isPresent()) {
					total = shown.facts().evaluations().getAsLong();
					monitor.beginTask(NLS.bind(Messages.RunJob_name, order.name()),
							(int) Math.min(Integer.MAX_VALUE, total));
				}
				if (first == UNKNOWN && shown.complete()) {
					first = done;
					begin = System.nanoTime();
				}
				monitor.worked((int) (done - told));
				told = done;
				monitor.subTask(progress(done, total, first == UNKNOWN ? 0 : done - first, System.nanoTime() - begin));
			}
			try {
				Thread.sleep(LOOK_MILLIS);
			} catch (InterruptedException e) {
				return;
			}
		}
	}

	static String progress(long done, long total, long fresh, long nanos) {
		String count = total < 0 ? NLS.bind(Messages.RunJob_done, done) : NLS.bind(Messages.RunJob_doneOf, done, total);
		if (fresh <= 0 || nanos <= 0) {
			return count;
		}
		double rate = fresh / (nanos / 1e9);
		String text = NLS.bind(Messages.RunJob_rate, count, String.format(Locale.ROOT, "%.1f", rate)); //$NON-NLS-1$
		return total < done ? text : NLS.bind(Messages.RunJob_left, text, duration((total - done) / rate));
	}

	private static String duration(double seconds) {
		Duration left = Duration.ofSeconds(Math.round(seconds));
		if (left.toHours() > 0) {
			return NLS.bind(Messages.RunJob_hours, left.toHours(), left.toMinutesPart());
		}
		return left.toMinutes() > 0 ? NLS.bind(Messages.RunJob_minutes, left.toMinutes(), left.toSecondsPart())
				: NLS.bind(Messages.RunJob_seconds, left.toSeconds());
	}

	/**
	 * The navigator shows what the run wrote beside the experiment; it is derived, not edited. A job of its own,
	 * because this one holds a rule that is not the workspace's.
	 */
	private void refresh() {
		IContainer[] containers = ResourcesPlugin.getWorkspace().getRoot()
				.findContainersForLocationURI(order.directory().getParent().toUri());
		WorkspaceJob refresh = new WorkspaceJob(Messages.RunJob_refresh) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				for (IContainer container : containers) {
					container.refreshLocal(IResource.DEPTH_INFINITE, monitor);
					if (container.exists() && container.getType() != IResource.PROJECT) {
						container.setDerived(true, monitor);
					}
				}
				return Status.OK_STATUS;
			}
		};
		refresh.setSystem(true);
		refresh.schedule();
	}
}
