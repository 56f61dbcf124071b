/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.form.FormField;
import org.trainless.experiment.form.FormModel;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** The page that shows an experiment as a form. */
final class FormView extends FormPage implements FieldHost {
	private static final String ID = "org.trainless.id"; //$NON-NLS-1$
	private static final String PAGE = "org.trainless.ui.editor.form"; //$NON-NLS-1$
	private static final String CONTEXT = "org.trainless.ui.editor_form"; //$NON-NLS-1$
	private static final int DELAY = 250;
	private static final int COLUMN_CHARACTERS = 58;

	private final ExperimentEditor editor;
	private final ExperimentText text;
	private final Consumer<Snapshot> reader = this::show;
	private final List<NodePath> expanded = new ArrayList<>();
	private final Set<Runnable> pending = new LinkedHashSet<>();
	private final Runnable commit = this::commitPending;
	private ScrolledForm form;
	private Composite content;
	private FieldArea experiment;
	private FieldArea data;
	private FieldArea runs;
	private SearchList searches;
	private Steps steps;
	private FormModel model = new FormModel(List.of(), List.of(), java.util.Optional.empty());
	private Problem why;
	private boolean reflowing;
	private boolean filled;

	FormView(ExperimentEditor editor, ExperimentText text) {
		super(editor, PAGE, Messages.FormView_title);
		this.editor = editor;
		this.text = text;
	}

	@Override
	protected void createFormContent(IManagedForm managed) {
		form = managed.getForm();
		steps = new Steps(form);
		FormToolkit toolkit = managed.getToolkit();
		toolkit.decorateFormHeading(form.getForm());
		form.setData(ID, "form"); //$NON-NLS-1$
		form.getToolBarManager().add(new RunAction());
		form.getToolBarManager().update(true);
		form.getForm().addMessageHyperlinkListener(new HyperlinkAdapter() {
			@Override
			public void linkActivated(HyperlinkEvent event) {
				firstProblem();
			}
		});
		GridLayoutFactory.fillDefaults().applyTo(form.getBody());
		content = toolkit.createComposite(form.getBody());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
		GridLayoutFactory.swtDefaults().numColumns(2).equalWidth(true).spacing(12, 8).applyTo(content);
		Composite left = column(toolkit);
		experiment = section(toolkit, left, Messages.FormView_experiment, Messages.FormView_experimentAbout);
		data = section(toolkit, left, Messages.FormView_data, Messages.FormView_dataAbout);
		runs = section(toolkit, left, Messages.FormView_runs, Messages.FormView_runsAbout);
		Composite right = column(toolkit);
		searches = new SearchList(right, toolkit, this, () -> steps.then(List.of(this::showSearch)));
		// a narrow page has one column, so that nothing has to be scrolled sideways
		form.addListener(SWT.Resize, e -> fit());
		form.addListener(SWT.Deactivate, e -> commitPending());
		PlatformUI.getWorkbench().getHelpSystem().setHelp(form, CONTEXT);
		Themes.follow(form, () -> {
			toolkit.getHyperlinkGroup().setForeground(JFaceColors.getHyperlinkText(form.getDisplay()));
			toolkit.getHyperlinkGroup().setActiveForeground(JFaceColors.getActiveHyperlinkText(form.getDisplay()));
			ground(content);
		});
		text.addListener(reader);
	}

	/** A section's content without a ground of its own, which a change of the theme leaves, has that of the title. */
	private static void ground(Composite parent) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Section section && section.getClient() != null) {
				section.getClient().setBackground(Palette.ground());
			} else if (child instanceof Composite composite) {
				ground(composite);
			}
		}
	}

	private void fit() {
		int width = form.getClientArea().width;
		int em = columnWidth();
		GridLayout layout = (GridLayout) content.getLayout();
		int columns = width > 0 && width < 2 * em ? 1 : 2;
		if (layout.numColumns != columns) {
			layout.numColumns = columns;
			reflow();
		}
	}

	/** @return what a column needs, in the font that is used: the same at every scaling */
	private int columnWidth() {
		GC gc = new GC(form);
		try {
			return (int) (COLUMN_CHARACTERS * gc.getFontMetrics().getAverageCharacterWidth());
		} finally {
			gc.dispose();
		}
	}

	private Composite column(FormToolkit toolkit) {
		Composite column = toolkit.createComposite(content);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
		GridDataFactory.fillDefaults().grab(true, false).hint(columnWidth() / 2, SWT.DEFAULT).applyTo(column);
		return column;
	}

	private FieldArea section(FormToolkit toolkit, Composite column, String title, String about) {
		Section section = toolkit.createSection(column, ExpandableComposite.TITLE_BAR | Section.DESCRIPTION);
		section.setText(title);
		section.setDescription(about);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
		FieldArea area = new FieldArea(section, toolkit, this);
		section.setClient(area.body());
		return area;
	}

	@Override
	public void change(Change change, Consumer<String> refusal) {
		try {
			TextEdit edit = change.make(text.edits());
			editor.apply(edit);
		} catch (ProblemException e) {
			refusal.accept(ProblemAnnotations.text(e.problems().get(0)));
		}
	}

	@Override
	public void pending(Runnable change) {
		boolean first = pending.isEmpty();
		pending.add(change);
		form.getDisplay().timerExec(-1, commit);
		form.getDisplay().timerExec(DELAY, commit);
		if (first) {
			// what is typed can be lost from now on
			editor.pendingChanged();
		}
	}

	@Override
	public void commitPending() {
		List.copyOf(pending).forEach(Runnable::run);
	}

	@Override
	public void settled(Runnable change) {
		if (pending.remove(change) && pending.isEmpty()) {
			editor.pendingChanged();
		}
	}

	/** @return true when something was entered that is not in the text yet */
	boolean isPending() {
		return !pending.isEmpty();
	}

	/** Laying out takes long, so that it is done once for all that changed in an event. */
	@Override
	public void reflow() {
		if (filled && !reflowing && form != null && !form.isDisposed()) {
			reflowing = true;
			form.getDisplay().asyncExec(() -> {
				reflowing = false;
				if (!form.isDisposed()) {
					form.reflow(true);
				}
			});
		}
	}

	@Override
	public Steps steps() {
		return steps;
	}

	@Override
	public void refuse(String why) {
		form.getForm().setMessage(why, IMessageProvider.ERROR);
	}

	@Override
	public List<NodePath> expanded() {
		return expanded;
	}

	@Override
	public String space() {
		return model.find(NodePath.ROOT.child(ExperimentFormat.SPACE)).map(FormField::text).orElse(""); //$NON-NLS-1$
	}

	@Override
	public ExperimentText text() {
		return text;
	}

	private void show(Snapshot snapshot) {
		if (form == null || form.isDisposed()) {
			return;
		}
		why = snapshot.form().broken().orElse(null);
		message(snapshot);
		content.setEnabled(why == null);
		if (why != null) {
			return;
		}
		model = snapshot.form();
		// the form's own, because the scrolled form would lay out everything at once
		form.getForm().setText(model.find(NodePath.ROOT.child(ExperimentFormat.NAME)).map(FormField::text)
				.filter(t -> !t.isBlank()).orElse(Messages.FormView_title));
		List<Runnable> parts = List.of(
				() -> experiment.show(model.fields().stream().filter(FormView::isAboutTheExperiment).toList()),
				() -> data.show(model.fields().stream().filter(FormView::isData).toList()),
				() -> runs.show(model.fields().stream().filter(f -> f.shape() == FormField.Shape.GROUP).toList()),
				() -> searches.show(model), this::showSearch, this::fill);
		steps.restart(parts);
	}

	/** What is made at first is laid out once, in the end. */
	private void fill() {
		if (!filled) {
			filled = true;
			reflow();
		}
	}

	private void showSearch() {
		searches.showSelected(model);
	}

	private static boolean isAboutTheExperiment(FormField field) {
		boolean fixed = field.path().last().equals(ExperimentFormat.FORMAT) && field.problems().isEmpty();
		return !fixed && (field.shape() == FormField.Shape.VALUE || isSpace(field));
	}

	private static boolean isSpace(FormField field) {
		return field.parameter().kind().filter(k -> k == ContributionKind.SEARCH_SPACE).isPresent();
	}

	private static boolean isData(FormField field) {
		return field.parameter().type() == ParameterType.CONTRIBUTION && !isSpace(field);
	}

	private void message(Snapshot snapshot) {
		if (why != null) {
			form.getForm().setMessage(SourcePage.line(why), IMessageProvider.ERROR);
			return;
		}
		List<Problem> problems = snapshot.result().problems();
		long errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
		long warnings = problems.size() - errors;
		if (problems.isEmpty()) {
			form.getForm().setMessage(null, IMessageProvider.NONE);
		} else if (problems.size() == 1) {
			form.getForm().setMessage(ProblemAnnotations.text(problems.get(0)),
					errors == 1 ? IMessageProvider.ERROR : IMessageProvider.WARNING);
		} else {
			form.getForm().setMessage(NLS.bind(Messages.FormView_problems, errors, warnings),
					errors > 0 ? IMessageProvider.ERROR : IMessageProvider.WARNING);
		}
	}

	private void firstProblem() {
		if (why != null) {
			editor.showInSource(why);
		} else {
			text.latest().ifPresent(s -> s.result().problems().stream().findFirst().ifPresent(editor::showInSource));
		}
	}

	@Override
	public boolean isDirty() {
		return false;
	}

	@Override
	public void dispose() {
		pending.clear();
		text.removeListener(reader);
		super.dispose();
	}
}
