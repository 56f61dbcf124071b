/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.assist.Wording;
import org.trainless.experiment.form.FormField;
import org.trainless.experiment.yaml.NodePath;

/** Makes the widgets of a field of nothing but its declaration: what fits its type, its name, its help, its reset. */
final class FieldWidgets {
	/** Columns of the grid that fields stand in: name, input, what helps with it, reset. */
	static final int COLUMNS = 4;
	/** How far a contribution's own parameters stand to the right of it. */
	static final int INDENT = 14;

	private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s,;)]+"); //$NON-NLS-1$
	private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}"); //$NON-NLS-1$
	private static final int LINES = 2;
	/** What may be made narrower than it would like to be; all of them grow with the page. */
	private static final int NARROW = 120;

	private final FormToolkit toolkit;
	private final FieldHost host;
	private final FieldChoices choices;

	FieldWidgets(FormToolkit toolkit, FieldHost host) {
		this.toolkit = toolkit;
		this.host = host;
		this.choices = new FieldChoices(host.text().contributions());
	}

	FieldRow row(FormField field) {
		return new FieldRow(field, host, choices);
	}

	FieldRow value(Composite parent, FormField field, int indent) {
		FieldRow row = row(field);
		label(parent, field, indent);
		if (isSpinner(field)) {
			Spinner spinner = new Spinner(parent, SWT.BORDER);
			toolkit.adapt(spinner, true, true);
			ParameterDescriptor parameter = field.parameter();
			spinner.setMinimum((int) Math.max(0, parameter.min().orElse(0.0)));
			spinner.setMaximum((int) Math.min(Integer.MAX_VALUE, parameter.max().orElse((double) Integer.MAX_VALUE)));
			row.typedInto(spinner);
		} else if (isCombo(field)) {
			row.chosenFrom(combo(parent));
		} else {
			row.typedInto(text(parent, field));
		}
		finish(parent, field, row);
		if (isConstraint(field.path())) {
			note(parent, row);
		}
		return row;
	}

	FieldRow contribution(Composite parent, FormField field, int indent) {
		FieldRow row = row(field);
		label(parent, field, indent);
		row.chosenFrom(combo(parent));
		finish(parent, field, row);
		about(parent, field, row);
		return row;
	}

	private Combo combo(Composite parent) {
		Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.BORDER);
		toolkit.adapt(combo, true, true);
		return combo;
	}

	private Text text(Composite parent, FormField field) {
		boolean lines = field.text().contains("\n") //$NON-NLS-1$
				|| field.parameter().type() == ParameterType.STRING && field.path().toString().equals("question"); //$NON-NLS-1$
		Text text = toolkit.createText(parent, "", //$NON-NLS-1$
				SWT.BORDER | (lines ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE));
		GridDataFactory.fillDefaults().grab(true, false)
				.hint(NARROW, lines ? LINES * text.getLineHeight() : SWT.DEFAULT).applyTo(text);
		if (lines) {
			// the tab key leads on, as in every other field
			text.addListener(SWT.Traverse, e -> {
				if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
					e.doit = true;
				}
			});
		}
		return text;
	}

	private void note(Composite parent, FieldRow row) {
		toolkit.createLabel(parent, ""); //$NON-NLS-1$
		Label label = toolkit.createLabel(parent, "", SWT.WRAP); //$NON-NLS-1$
		row.name(label, "feasible:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).applyTo(label);
		row.note(new FeasibleNote(label, host.text().contributions()));
	}

	private static boolean isConstraint(NodePath path) {
		return path.steps().size() == 3 && path.steps().get(0).equals(ExperimentFormat.SEARCHES)
				&& path.last().equals(ExperimentFormat.CONSTRAINT);
	}

	/** What is chosen, in a sentence, with the way to the paper. */
	private void about(Composite parent, FormField field, FieldRow row) {
		Optional<Contribution> chosen = field.contribution();
		if (chosen.isEmpty()) {
			return;
		}
		String description = oneSpace(chosen.get().description());
		row.control().setToolTipText(description);
		toolkit.createLabel(parent, ""); //$NON-NLS-1$
		Composite line = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).applyTo(line);
		Label about = toolkit.createLabel(line, firstSentence(description), SWT.WRAP);
		about.setToolTipText(description);
		row.name(about, "about:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(about);
		Matcher address = ADDRESS.matcher(chosen.get().reference());
		if (address.find()) {
			String link = address.group();
			Hyperlink paper = toolkit.createHyperlink(line, Messages.FieldArea_paper, SWT.NONE);
			paper.setToolTipText(oneSpace(chosen.get().reference()));
			row.name(paper, "paper:"); //$NON-NLS-1$
			paper.addHyperlinkListener(new HyperlinkAdapter() {
				@Override
				public void linkActivated(HyperlinkEvent event) {
					Program.launch(link);
				}
			});
		} else if (!chosen.get().reference().isBlank()) {
			about.setToolTipText(description + "\n\n" + oneSpace(chosen.get().reference())); //$NON-NLS-1$
		}
	}

	private static String oneSpace(String text) {
		return text.strip().replaceAll("\\s+", " "); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String firstSentence(String text) {
		int end = text.indexOf(". "); //$NON-NLS-1$
		return end < 0 ? text : text.substring(0, end + 1);
	}

	/** A link, found by its name once its row is shown. */
	Hyperlink link(Composite parent, FieldRow row, String words, String name, Runnable action) {
		Hyperlink link = toolkit.createHyperlink(parent, words, SWT.NONE);
		row.name(link, name);
		link.addHyperlinkListener(new HyperlinkAdapter() {
			@Override
			public void linkActivated(HyperlinkEvent event) {
				// the click's own events end before the widget that was clicked may be disposed
				link.getDisplay().asyncExec(action);
			}
		});
		return link;
	}

	void label(Composite parent, FormField field, int indent) {
		Label label = toolkit.createLabel(parent, caption(field));
		label.setToolTipText(help(field));
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(indent, 0).applyTo(label);
	}

	private static String caption(FormField field) {
		String unit = field.parameter().unit();
		String name = unit.isEmpty() ? field.path().last()
				: NLS.bind(Messages.FieldArea_unit, field.path().last(), unit);
		return field.parameter().required() ? name + " *" : name; //$NON-NLS-1$
	}

	private static String help(FormField field) {
		return oneSpace(field.parameter().description()) + '\n' + Wording.summary(field.parameter());
	}

	/** The way back to the default, and the place for problems. */
	private void finish(Composite parent, FormField field, FieldRow row) {
		row.name(row.control(), "field:"); //$NON-NLS-1$
		row.control().setToolTipText(help(field));
		if (!(row.control() instanceof Text)) {
			boolean contribution = field.shape() == FormField.Shape.CONTRIBUTION;
			GridDataFactory.fillDefaults().grab(true, false).align(contribution ? SWT.FILL : SWT.BEGINNING, SWT.CENTER)
					.applyTo(row.control());
			if (contribution) {
				((GridData) row.control().getLayoutData()).widthHint = NARROW;
			}
		}
		String unit = field.parameter().unit();
		row.control().getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = unit.isEmpty() ? field.path().last() : field.path().last() + ' ' + unit;
			}

			@Override
			public void getDescription(AccessibleEvent event) {
				event.result = help(field);
			}
		});
		if (field.parameter().type() == ParameterType.PATH) {
			browse(parent, row);
		} else {
			toolkit.createLabel(parent, ""); //$NON-NLS-1$
		}
		Hyperlink reset = link(parent, row, Messages.FieldArea_reset, "reset:", () -> { //$NON-NLS-1$
			row.end();
			host.change(edits -> edits.reset(row.field().path()), row::refuse);
		});
		reset.setToolTipText(field.usual().map(u -> NLS.bind(Messages.FieldArea_resetTo, u))
				.orElse(Messages.FieldArea_resetToNothing));
		row.reset(reset);
		problem(parent, row);
	}

	private void browse(Composite parent, FieldRow row) {
		link(parent, row, Messages.FieldArea_browse, "browse:", () -> { //$NON-NLS-1$
			FileDialog dialog = new FileDialog(parent.getShell(), SWT.OPEN);
			dialog.setFilterPath(host.text().folder().toString());
			String file = dialog.open();
			if (file != null) {
				row.enter(file);
			}
		});
	}

	/** The place where problems of a field are told, below it. */
	void problem(Composite parent, FieldRow row) {
		Composite line = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).indent(INDENT, 0).exclude(true).applyTo(line);
		line.setVisible(false);
		Label image = toolkit.createLabel(line, ""); //$NON-NLS-1$
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(16, 16).applyTo(image);
		Label words = toolkit.createLabel(line, "", SWT.WRAP); //$NON-NLS-1$
		words.setVisible(false);
		row.name(words, "problem:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(words);
		row.problem(image, words);
	}

	/** A whole number that a spinner can show: within its bounds, and no variable. */
	static boolean isSpinner(FormField field) {
		ParameterDescriptor parameter = field.parameter();
		if (field.shape() != FormField.Shape.VALUE || parameter.type() != ParameterType.INTEGER || parameter.list()) {
			return false;
		}
		String shown = field.present() ? field.text() : field.usual().orElse(""); //$NON-NLS-1$
		if (!WHOLE.matcher(shown).matches()) {
			return false;
		}
		int value = Integer.parseInt(shown);
		return value >= parameter.min().orElse(0.0) && value <= parameter.max().orElse(Double.MAX_VALUE)
				&& parameter.min().orElse(0.0) >= 0;
	}

	private static boolean isCombo(FormField field) {
		return field.shape() == FormField.Shape.VALUE && !field.parameter().list()
				&& (field.parameter().type() == ParameterType.CHOICE
						|| field.parameter().type() == ParameterType.BOOLEAN);
	}
}
