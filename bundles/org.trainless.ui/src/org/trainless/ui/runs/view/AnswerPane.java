/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.trainless.ui.runs.view.RunRows.RunRow;
import org.trainless.ui.runs.view.RunRows.SearchRow;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * What the runs say about their question, in words that can be selected and copied. It takes no room while there is
 * nothing to say. To be used in the UI thread; what takes time is done elsewhere.
 */
final class AnswerPane {
	private static final int MARGIN = 6;

	private record Asked(Optional<RunRow> run, List<SearchRow> searches) {
	}

	private final StyledText text;
	private final Job job;
	private volatile Asked asked = new Asked(Optional.empty(), List.of());
	private Answer shown = Answer.NONE;

	AnswerPane(Composite parent) {
		text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
		text.setData("org.trainless.id", "runs.answer"); //$NON-NLS-1$ //$NON-NLS-2$
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setAlwaysShowScrollBars(false);
		text.setCaret(null);
		Themes.follow(text, () -> {
			text.setBackground(Palette.ground());
			text.setForeground(Palette.text());
		});
		Display display = text.getDisplay();
		job = Job.create(Messages.Answer_compare, monitor -> {
			Asked of = asked;
			Answer answer = Answer.of(of.run(), of.searches());
			display.asyncExec(() -> show(of, answer));
			return Status.OK_STATUS;
		});
		job.setSystem(true);
		show(asked, Answer.NONE);
	}

	/**
	 * @param run      the run that is looked at, if one is
	 * @param searches those that are selected
	 */
	void ask(Optional<RunRow> run, List<SearchRow> searches) {
		asked = new Asked(run, searches);
		job.schedule();
	}

	private void show(Asked of, Answer answer) {
		// what was asked since will be answered
		if (text.isDisposed() || of != asked || (answer.equals(shown) && text.getCharCount() > 0)) {
			return;
		}
		shown = answer;
		text.setText(answer.text());
		if (!answer.question().isEmpty()) {
			text.setStyleRange(new StyleRange(0, answer.question().length(), null, null, SWT.BOLD));
		}
		boolean empty = text.getCharCount() == 0;
		((GridData) text.getLayoutData()).exclude = empty;
		text.setVisible(!empty);
		text.getParent().layout();
	}

	/** @return whether it has the focus, so that copying means its words */
	boolean copy() {
		if (text.isFocusControl() && text.getSelectionCount() > 0) {
			text.copy();
			return true;
		}
		return false;
	}
}
