/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;
import org.trainless.experiment.form.FormField;

/** What one field has of widgets: shows what the text states, and turns an input into a change of the text. */
final class FieldRow {
	private static final String ID = "org.trainless.id"; //$NON-NLS-1$

	private final FieldHost host;
	private final FieldChoices choices;
	private final Map<Control, String> named = new LinkedHashMap<>();
	private final Runnable committing = this::commit;
	private FormField field;
	private Control control;
	private Hyperlink reset;
	private Label problemImage;
	private Label problem;
	private FeasibleNote note;
	private String refusal = ""; //$NON-NLS-1$
	private String committed = ""; //$NON-NLS-1$
	private boolean pending;
	private boolean updating;
	private boolean shown;

	FieldRow(FormField field, FieldHost host, FieldChoices choices) {
		this.field = field;
		this.host = host;
		this.choices = choices;
	}

	FormField field() {
		return field;
	}

	/** @return what takes the input, or holds the fields of a group */
	Control control() {
		return control;
	}

	/** What is entered in it goes into the text a moment later, when it is left, or with the Enter key. */
	void typedInto(Control input) {
		control = input;
		input.addListener(SWT.Modify, e -> typed());
		input.addListener(SWT.FocusOut, e -> commit());
		input.addListener(SWT.DefaultSelection, e -> commit());
	}

	/** What is chosen in it goes into the text at once. */
	void chosenFrom(Combo combo) {
		control = combo;
		combo.addListener(SWT.Selection, e -> {
			pending = true;
			commit();
		});
	}

	void holds(Composite fields) {
		control = fields;
	}

	void problem(Label image, Label words) {
		problemImage = image;
		problem = words;
	}

	void reset(Hyperlink link) {
		reset = link;
	}

	void note(FeasibleNote counted) {
		note = counted;
	}

	/** Gives a widget the name by which it is found once it is shown: what it is and which field it belongs to. */
	void name(Control widget, String prefix) {
		named.put(widget, prefix);
	}

	/** From now on it is this row that shows the field. */
	void published() {
		shown = true;
		named.forEach((widget, prefix) -> widget.setData(ID, prefix + field.path()));
	}

	/** The text has become another than this row shows; what is entered in it waits for the row that follows. */
	void retired() {
		shown = false;
	}

	/** Takes over from the row that has shown the same field: what is being typed and the focus. */
	void follow(FieldRow before) {
		if (before.pending && control.getClass() == before.control.getClass()) {
			switch (control) {
			case Text text -> text.setText(((Text) before.control).getText());
			case Spinner spinner -> spinner.setSelection(((Spinner) before.control).getSelection());
			default -> {
				// what is chosen is in the text already
			}
			}
		}
		if (before.control.isFocusControl()) {
			Point caret = before.control instanceof Text text ? text.getSelection() : null;
			control.setFocus();
			if (caret != null && control instanceof Text text) {
				text.setSelection(caret);
			}
		}
	}

	/** Nothing more is entered in it. */
	void end() {
		pending = false;
		host.settled(committing);
	}

	/** Puts what was chosen elsewhere into the text. */
	void enter(String input) {
		((Text) control).setText(input);
		commit();
	}

	private void typed() {
		if (!updating) {
			pending = true;
			host.pending(committing);
			if (note != null) {
				note.count(host.space(), ((Text) control).getText());
			}
		}
	}

	private void commit() {
		if (!shown) {
			return;
		}
		if (pending && !control.isDisposed()) {
			pending = false;
			String input = input();
			if (!input.equals(committed)) {
				committed = input;
				refusal = ""; //$NON-NLS-1$
				host.change(edits -> edits.set(field.path(), input), this::refuse);
			}
		}
		host.settled(committing);
	}

	/** Says beside the field why a change cannot be made. */
	void refuse(String why) {
		refusal = why;
		showProblem();
	}

	private String input() {
		return switch (control) {
		case Text text -> text.getText().replace("\r\n", "\n"); //$NON-NLS-1$ //$NON-NLS-2$
		case Spinner spinner -> Integer.toString(spinner.getSelection());
		case Combo combo -> combo.getSelectionIndex() < 0 ? "" //$NON-NLS-1$
				: choices.values(field).get(combo.getSelectionIndex());
		default -> ""; //$NON-NLS-1$
		};
	}

	void update(FormField now) {
		boolean moved = !field.path().equals(now.path());
		field = now;
		if (moved) {
			refusal = ""; //$NON-NLS-1$
			published();
		}
		if (control instanceof ExpandableComposite group && now.present() && moved) {
			group.setExpanded(true);
		}
		updating = true;
		try {
			if (!pending) {
				committed = now.text();
				show();
			}
			if (reset != null) {
				reset.setVisible(now.present() && !now.parameter().required());
			}
			showProblem();
			if (note != null) {
				note.count(host.space(), input());
			}
		} finally {
			updating = false;
		}
	}

	private void show() {
		switch (control) {
		case Text text -> {
			if (!text.getText().replace("\r\n", "\n").equals(field.text())) { //$NON-NLS-1$ //$NON-NLS-2$
				text.setText(field.text());
			}
			text.setMessage(field.usual().orElse("")); //$NON-NLS-1$
		}
		case Spinner spinner -> {
			String number = field.present() ? field.text() : field.usual().orElse("0"); //$NON-NLS-1$
			int value = Integer.parseInt(number);
			if (spinner.getSelection() != value) {
				spinner.setSelection(value);
			}
			committed = number;
		}
		case Combo combo -> {
			combo.setItems(choices.labels(field));
			List<String> values = choices.values(field);
			combo.select(Math.max(0, values.indexOf(field.present() ? field.text() : ""))); //$NON-NLS-1$
		}
		default -> {
			// a group shows its own fields
		}
		}
	}

	private void showProblem() {
		Optional<Problem> worst = field.problems().stream().min(Comparator.comparing(Problem::severity));
		String words = refusal.isEmpty()
				? String.join("\n", field.problems().stream().map(ProblemAnnotations::text).toList()) //$NON-NLS-1$
				: refusal;
		boolean any = !words.isEmpty();
		if (any == problem.getVisible() && words.equals(problem.getText())) {
			return;
		}
		boolean error = !refusal.isEmpty() || worst.filter(p -> p.severity() == Severity.ERROR).isPresent();
		problemImage.setImage(PlatformUI.getWorkbench().getSharedImages()
				.getImage(error ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK));
		problem.setText(words);
		Composite line = problem.getParent();
		line.setVisible(any);
		((GridData) line.getLayoutData()).exclude = !any;
		problem.setVisible(any);
		if (shown) {
			host.reflow();
		}
	}
}
