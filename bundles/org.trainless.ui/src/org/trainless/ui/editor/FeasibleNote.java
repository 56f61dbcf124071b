/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.text.NumberFormat;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.FeasibleCount;
import org.trainless.core.registry.Contributions;

/** Says under a constraint how many of the space's cells it leaves, counted in a job while one types. */
final class FeasibleNote {
	private static final int DELAY = 250;

	private final Label label;
	private final Contributions contributions;
	private final CountJob job = new CountJob();
	private String asked = ""; //$NON-NLS-1$

	private final class CountJob extends Job {
		private volatile String space = ""; //$NON-NLS-1$
		private volatile String constraint = ""; //$NON-NLS-1$

		CountJob() {
			super(Messages.FeasibleNote_counting);
			setSystem(true);
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			String counted = key(space, constraint);
			String said;
			try {
				said = words(FeasibleCount.of(contributions, space, constraint, monitor::isCanceled));
			} catch (CancellationException e) {
				return Status.CANCEL_STATUS;
			} catch (ProblemException e) {
				Problem problem = e.problems().get(0);
				said = ProblemAnnotations.text(problem);
			}
			String shown = said;
			Display display = label.isDisposed() ? null : label.getDisplay();
			if (display != null) {
				display.asyncExec(() -> {
					if (!label.isDisposed() && counted.equals(asked)) {
						say(shown);
					}
				});
			}
			return Status.OK_STATUS;
		}
	}

	FeasibleNote(Label label, Contributions contributions) {
		this.label = label;
		this.contributions = contributions;
		label.addDisposeListener(e -> job.cancel());
	}

	private static String key(String space, String constraint) {
		return space + '\n' + constraint;
	}

	private static String words(FeasibleCount count) {
		NumberFormat whole = NumberFormat.getIntegerInstance();
		NumberFormat share = NumberFormat.getPercentInstance();
		share.setMaximumFractionDigits(1);
		String words = NLS.bind(Messages.FeasibleNote_remaining, new Object[] { whole.format(count.feasible()),
				whole.format(count.size()), share.format((double) count.feasible() / count.size()) });
		return count.dependsOnTask() ? NLS.bind(Messages.FeasibleNote_task, words) : words;
	}

	private void say(String words) {
		if (!words.equals(label.getText())) {
			label.setText(words);
			label.setToolTipText(words);
			// the others keep the sizes that they have
			label.requestLayout();
		}
	}

	/** Counts, a moment later, unless another constraint comes meanwhile. */
	void count(String space, String constraint) {
		String key = key(space, constraint);
		if (key.equals(asked)) {
			return;
		}
		asked = key;
		job.cancel();
		if (constraint.isBlank() || space.isBlank()) {
			say(""); //$NON-NLS-1$
			return;
		}
		job.space = space;
		job.constraint = constraint;
		job.schedule(DELAY);
	}
}
