/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.assist.Wording;
import org.trainless.experiment.form.FormField;
import org.trainless.experiment.yaml.NodePath;

/**
 * The widgets of some fields, one under the other, made of nothing but their declarations. Shows what the text states
 * and turns inputs into changes of the text.
 */
final class FieldArea {
	private static final String ID = "org.trainless.id"; //$NON-NLS-1$
	private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s,;)]+"); //$NON-NLS-1$
	private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}"); //$NON-NLS-1$
	private static final int COLUMNS = 4;
	private static final int INDENT = 14;
	private static final int LINES = 2;
	/** What may be made narrower than it would like to be; all of them grow with the page. */
	private static final int NARROW = 120;

	private final FormToolkit toolkit;
	private final FieldHost host;
	private final Composite body;
	private Composite inner;
	private int created;
	/** In the order of {@link #all}: a row for each field that has widgets of its own. */
	private final Map<Integer, Row> rows = new LinkedHashMap<>();
	private List<FormField> fields = List.of();

	/** The widgets of one field. */
	private final class Row {
		private FormField field;
		private Control control;
		private Hyperlink reset;
		private Label problemImage;
		private Label problem;
		private Hyperlink paper;
		private Label about;
		private FeasibleNote note;
		private String refusal = ""; //$NON-NLS-1$
		private String committed = ""; //$NON-NLS-1$
		private boolean pending;
		private boolean updating;
		private final Map<Control, String> named = new LinkedHashMap<>();
		private final Runnable committing = this::commit;

		Row(FormField field) {
			this.field = field;
		}

		/** Gives a widget a name by which tests find it: what it is and which field it belongs to. */
		void name(Control widget, String prefix) {
			named.put(widget, prefix);
			widget.setData(ID, prefix + field.path());
		}

		private void commit() {
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

		private void refuse(String why) {
			refusal = why;
			showProblem();
		}

		private String input() {
			return switch (control) {
			case Text text -> text.getText().replace("\r\n", "\n"); //$NON-NLS-1$ //$NON-NLS-2$
			case Spinner spinner -> Integer.toString(spinner.getSelection());
			case Combo combo -> chosen(combo);
			default -> ""; //$NON-NLS-1$
			};
		}

		private String chosen(Combo combo) {
			int index = combo.getSelectionIndex();
			List<String> values = values(field);
			return index < 0 ? "" : values.get(index); //$NON-NLS-1$
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

		void update(FormField now) {
			boolean moved = !field.path().equals(now.path());
			field = now;
			if (moved) {
				refusal = ""; //$NON-NLS-1$
				named.forEach((widget, prefix) -> widget.setData(ID, prefix + now.path()));
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
					boolean removable = now.present() && !now.parameter().required();
					reset.setVisible(removable);
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
				String shown = field.present() ? field.text() : field.usual().orElse("0"); //$NON-NLS-1$
				int value = Integer.parseInt(shown);
				if (spinner.getSelection() != value) {
					spinner.setSelection(value);
				}
				committed = shown;
			}
			case Combo combo -> {
				combo.setItems(values(field).stream().map(v -> label(field, v)).toArray(String[]::new));
				combo.select(Math.max(0, values(field).indexOf(field.present() ? field.text() : ""))); //$NON-NLS-1$
			}
			default -> {
				// a group shows its own fields
			}
			}
		}

		private void showProblem() {
			Optional<Problem> worst = field.problems().stream().min(java.util.Comparator.comparing(Problem::severity));
			String words = refusal.isEmpty() ? String.join("\n", //$NON-NLS-1$
					field.problems().stream().map(ProblemAnnotations::text).toList()) : refusal;
			boolean shown = !words.isEmpty();
			if (shown == problem.getVisible() && words.equals(problem.getText())) {
				return;
			}
			boolean error = !refusal.isEmpty() || worst.filter(p -> p.severity() == Severity.ERROR).isPresent();
			problemImage.setImage(PlatformUI.getWorkbench().getSharedImages()
					.getImage(error ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK));
			problem.setText(words);
			for (Control part : new Control[] { problem.getParent() }) {
				part.setVisible(shown);
				((GridData) part.getLayoutData()).exclude = !shown;
			}
			problem.setVisible(shown);
			host.reflow();
		}
	}

	FieldArea(Composite parent, FormToolkit toolkit, FieldHost host) {
		this.toolkit = toolkit;
		this.host = host;
		this.body = toolkit.createComposite(parent);
		body.setLayout(new FillLayout());
	}

	Composite body() {
		return body;
	}

	/** Shows the fields; keeps the widgets as long as they fit. */
	void show(List<FormField> shown) {
		boolean alike = shown.size() == fields.size();
		for (int i = 0; alike && i < shown.size(); i++) {
			alike = isAlike(fields.get(i), shown.get(i));
		}
		fields = shown;
		if (!alike) {
			rebuild();
		}
		List<FormField> all = all(shown);
		rows.forEach((index, row) -> row.update(all.get(index)));
	}

	/** Widgets fit another field when it is declared and built alike, for example that of another search. */
	private static boolean isAlike(FormField a, FormField b) {
		boolean alike = a.parameter().equals(b.parameter()) && a.shape() == b.shape()
				&& a.path().last().equals(b.path().last()) && a.contribution().equals(b.contribution())
				&& a.children().size() == b.children().size() && isSpinner(a) == isSpinner(b)
				&& a.text().contains("\n") == b.text().contains("\n") //$NON-NLS-1$ //$NON-NLS-2$
				&& (a.shape() != FormField.Shape.ITEMS || a.path().equals(b.path()));
		for (int i = 0; alike && i < a.children().size(); i++) {
			alike = isAlike(a.children().get(i), b.children().get(i));
		}
		return alike;
	}

	private static List<FormField> all(List<FormField> fields) {
		List<FormField> all = new ArrayList<>();
		fields.forEach(f -> {
			all.add(f);
			all.addAll(all(f.children()));
		});
		return all;
	}

	private void rebuild() {
		Control focus = body.getDisplay().getFocusControl();
		Object focused = focus != null && isInside(focus) ? focus.getData(ID) : null;
		org.eclipse.swt.graphics.Point caret = focus instanceof Text text ? text.getSelection() : null;
		if (inner != null) {
			inner.dispose();
		}
		inner = toolkit.createComposite(body);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(6, 4).extendedMargins(2, 2, 2, 2).applyTo(inner);
		rows.clear();
		created = 0;
		fields.forEach(f -> create(inner, f, 0));
		rows.values().stream().filter(r -> r.control.getData(ID) != null && r.control.getData(ID).equals(focused))
				.findFirst().ifPresent(r -> {
					r.update(r.field);
					r.control.setFocus();
					if (caret != null && r.control instanceof Text text) {
						text.setSelection(caret);
					}
				});
		host.reflow();
	}

	private boolean isInside(Control control) {
		for (Control at = control; at != null; at = at.getParent()) {
			if (at == body) {
				return true;
			}
		}
		return false;
	}

	private void create(Composite parent, FormField field, int indent) {
		int index = created++;
		switch (field.shape()) {
		case VALUE, LIST -> rows.put(index, value(parent, field, indent));
		case CONTRIBUTION -> {
			rows.put(index, contribution(parent, field, indent));
			field.children().forEach(child -> create(parent, child, indent + INDENT));
		}
		case GROUP -> group(parent, field, indent, index);
		case ITEMS -> items(parent, field, indent, index);
		}
	}

	private Row value(Composite parent, FormField field, int indent) {
		Row row = new Row(field);
		label(parent, field, indent);
		if (isSpinner(field)) {
			Spinner spinner = new Spinner(parent, SWT.BORDER);
			toolkit.adapt(spinner, true, true);
			ParameterDescriptor parameter = field.parameter();
			spinner.setMinimum((int) Math.max(0, parameter.min().orElse(0.0)));
			spinner.setMaximum((int) Math.min(Integer.MAX_VALUE, parameter.max().orElse((double) Integer.MAX_VALUE)));
			spinner.addModifyListener(e -> row.typed());
			spinner.addListener(SWT.FocusOut, e -> row.commit());
			row.control = spinner;
		} else if (isCombo(field)) {
			Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.BORDER);
			toolkit.adapt(combo, true, true);
			combo.addSelectionListener(org.eclipse.swt.events.SelectionListener.widgetSelectedAdapter(e -> {
				row.pending = true;
				row.commit();
			}));
			row.control = combo;
		} else {
			row.control = text(parent, field, row);
		}
		finish(parent, field, row);
		if (isConstraint(field.path())) {
			note(parent, row);
		}
		return row;
	}

	private Text text(Composite parent, FormField field, Row row) {
		boolean lines = field.text().contains("\n") //$NON-NLS-1$
				|| field.parameter().type() == ParameterType.STRING && field.path().toString().equals("question"); //$NON-NLS-1$
		Text text = toolkit.createText(parent, "", //$NON-NLS-1$
				SWT.BORDER | (lines ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE));
		text.addModifyListener(e -> row.typed());
		text.addListener(SWT.FocusOut, e -> row.commit());
		text.addListener(SWT.DefaultSelection, e -> row.commit());
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

	private void note(Composite parent, Row row) {
		toolkit.createLabel(parent, ""); //$NON-NLS-1$
		Label label = toolkit.createLabel(parent, "", SWT.WRAP); //$NON-NLS-1$
		row.name(label, "feasible:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).applyTo(label);
		row.note = new FeasibleNote(label, host.text().contributions());
	}

	private static boolean isConstraint(NodePath path) {
		return path.steps().size() == 3 && path.steps().get(0).equals(ExperimentFormat.SEARCHES)
				&& path.last().equals(ExperimentFormat.CONSTRAINT);
	}

	private Row contribution(Composite parent, FormField field, int indent) {
		Row row = new Row(field);
		label(parent, field, indent);
		Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.BORDER);
		toolkit.adapt(combo, true, true);
		combo.addSelectionListener(org.eclipse.swt.events.SelectionListener.widgetSelectedAdapter(e -> {
			row.pending = true;
			row.commit();
		}));
		row.control = combo;
		finish(parent, field, row);
		about(parent, field, row);
		return row;
	}

	/** What is chosen, in a sentence, with the way to the paper. */
	private void about(Composite parent, FormField field, Row row) {
		Optional<Contribution> chosen = field.contribution();
		if (chosen.isEmpty()) {
			return;
		}
		String description = oneSpace(chosen.get().description());
		row.control.setToolTipText(description);
		toolkit.createLabel(parent, ""); //$NON-NLS-1$
		Composite line = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).applyTo(line);
		row.about = toolkit.createLabel(line, firstSentence(description), SWT.WRAP);
		row.about.setToolTipText(description);
		row.name(row.about, "about:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(row.about);
		Matcher address = ADDRESS.matcher(chosen.get().reference());
		if (address.find()) {
			String link = address.group();
			row.paper = toolkit.createHyperlink(line, Messages.FieldArea_paper, SWT.NONE);
			row.paper.setToolTipText(oneSpace(chosen.get().reference()));
			row.name(row.paper, "paper:"); //$NON-NLS-1$
			row.paper.addHyperlinkListener(new HyperlinkAdapter() {
				@Override
				public void linkActivated(HyperlinkEvent event) {
					Program.launch(link);
				}
			});
		} else if (!chosen.get().reference().isBlank()) {
			row.about.setToolTipText(description + "\n\n" + oneSpace(chosen.get().reference())); //$NON-NLS-1$
		}
	}

	private static String oneSpace(String text) {
		return text.strip().replaceAll("\\s+", " "); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String firstSentence(String text) {
		int end = text.indexOf(". "); //$NON-NLS-1$
		return end < 0 ? text : text.substring(0, end + 1);
	}

	private void group(Composite parent, FormField field, int indent, int index) {
		Row row = new Row(field);
		boolean open = field.present() || field.parameter().required() || host.expanded().contains(field.path());
		ExpandableComposite group = toolkit.createExpandableComposite(parent, ExpandableComposite.TWISTIE
				| ExpandableComposite.CLIENT_INDENT | (open ? ExpandableComposite.EXPANDED : 0));
		group.setText(field.path().last());
		group.setToolTipText(field.parameter().description());
		row.name(group, "group:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).indent(indent, 0).applyTo(group);
		Composite client = toolkit.createComposite(group);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(6, 4).applyTo(client);
		group.setClient(client);
		row.control = group;
		problem(client, row);
		rows.put(index, row);
		field.children().forEach(child -> create(client, child, 0));
		group.addExpansionListener(IExpansionListener.expansionStateChangedAdapter(e -> {
			host.expanded().remove(row.field.path());
			if (e.getState()) {
				host.expanded().add(row.field.path());
			}
			host.reflow();
		}));
	}

	private void items(Composite parent, FormField field, int indent, int index) {
		Row row = new Row(field);
		label(parent, field, indent);
		Composite list = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(6, 4).applyTo(list);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).applyTo(list);
		row.control = list;
		problem(list, row);
		rows.put(index, row);
		for (FormField item : field.children()) {
			create(list, item, 0);
			Hyperlink remove = toolkit.createHyperlink(list, Messages.FieldArea_removeItem, SWT.NONE);
			remove.setData(ID, "remove:" + item.path()); //$NON-NLS-1$
			GridDataFactory.fillDefaults().span(COLUMNS, 1).align(SWT.END, SWT.CENTER).applyTo(remove);
			onClick(remove, () -> host.change(edits -> edits.removeItem(item.path()), row::refuse));
		}
		Hyperlink add = toolkit.createHyperlink(list, Messages.FieldArea_addItem, SWT.NONE);
		row.name(add, "add:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(add);
		onClick(add, () -> host.change(edits -> edits.addItem(field.path()), row::refuse));
	}

	private static void onClick(Hyperlink link, Runnable action) {
		link.addHyperlinkListener(new HyperlinkAdapter() {
			@Override
			public void linkActivated(HyperlinkEvent event) {
				// the click's own events end before the widget that was clicked may be disposed
				link.getDisplay().asyncExec(action);
			}
		});
	}

	private void label(Composite parent, FormField field, int indent) {
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
	private void finish(Composite parent, FormField field, Row row) {
		row.name(row.control, "field:"); //$NON-NLS-1$
		row.control.setToolTipText(help(field));
		boolean wide = row.control instanceof Text;
		if (!wide) {
			boolean contribution = field.shape() == FormField.Shape.CONTRIBUTION;
			GridDataFactory.fillDefaults().grab(true, false).align(contribution ? SWT.FILL : SWT.BEGINNING, SWT.CENTER)
					.applyTo(row.control);
			if (contribution) {
				((GridData) row.control.getLayoutData()).widthHint = NARROW;
			}
		}
		String unit = field.parameter().unit();
		row.control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
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
			browse(parent, field, row);
		} else {
			toolkit.createLabel(parent, ""); //$NON-NLS-1$
		}
		row.reset = toolkit.createHyperlink(parent, Messages.FieldArea_reset, SWT.NONE);
		row.reset.setToolTipText(field.usual().map(u -> NLS.bind(Messages.FieldArea_resetTo, u))
				.orElse(Messages.FieldArea_resetToNothing));
		row.name(row.reset, "reset:"); //$NON-NLS-1$
		onClick(row.reset, () -> {
			row.pending = false;
			host.settled(row.committing);
			host.change(edits -> edits.reset(row.field.path()), row::refuse);
		});
		problem(parent, row);
	}

	private void browse(Composite parent, FormField field, Row row) {
		Hyperlink browse = toolkit.createHyperlink(parent, Messages.FieldArea_browse, SWT.NONE);
		row.name(browse, "browse:"); //$NON-NLS-1$
		onClick(browse, () -> {
			FileDialog dialog = new FileDialog(parent.getShell(), SWT.OPEN);
			dialog.setFilterPath(host.text().folder().toString());
			String file = dialog.open();
			if (file != null) {
				((Text) row.control).setText(file);
				row.commit();
			}
		});
	}

	private void problem(Composite parent, Row row) {
		Composite line = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).indent(INDENT, 0).exclude(true).applyTo(line);
		line.setVisible(false);
		row.problemImage = toolkit.createLabel(line, ""); //$NON-NLS-1$
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(16, 16).applyTo(row.problemImage);
		row.problem = toolkit.createLabel(line, "", SWT.WRAP); //$NON-NLS-1$
		row.problem.setVisible(false);
		row.name(row.problem, "problem:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(row.problem);
	}

	/** A whole number that a spinner can show: within its bounds, and no variable. */
	private static boolean isSpinner(FormField field) {
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

	/**
	 * What a combo offers: nothing or the default, what is declared, and what the text states even if that is wrong.
	 */
	private List<String> values(FormField field) {
		List<String> values = new ArrayList<>();
		boolean optional = !field.parameter().required() || !field.present();
		if (optional) {
			values.add(""); //$NON-NLS-1$
		}
		switch (field.parameter().type()) {
		case CHOICE -> values.addAll(field.parameter().choices());
		case BOOLEAN -> values.addAll(List.of("true", "false")); //$NON-NLS-1$ //$NON-NLS-2$
		case CONTRIBUTION -> host.text().contributions().all(field.parameter().kind().orElseThrow()).stream()
				.filter(c -> !c.deprecated() || c.id().equals(field.text())).map(Contribution::id).forEach(values::add);
		default -> {
			// other types are typed
		}
		}
		if (field.present() && !values.contains(field.text())) {
			values.add(field.text());
		}
		return values;
	}

	private String label(FormField field, String value) {
		if (value.isEmpty()) {
			return field.usual().map(u -> NLS.bind(Messages.FieldArea_usual, u)).orElse(Messages.FieldArea_none);
		}
		if (field.parameter().type() == ParameterType.CONTRIBUTION) {
			return host.text().contributions().find(field.parameter().kind().orElseThrow(), value)
					.map(c -> c.name().equals(value) ? value : value + " \u2014 " + c.name()) //$NON-NLS-1$
					.orElseGet(() -> NLS.bind(Messages.FieldArea_notInstalled, value));
		}
		return value;
	}
}
