/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.eclipse.ui.texteditor.IUpdate;
import org.trainless.api.problem.Problem;
import org.trainless.experiment.assist.Folding;
import org.trainless.ui.theme.Themes;

/** The page that shows the text itself. */
final class SourcePage extends TextEditor {
	private static final String CONTEXT = "org.trainless.ui.editor_source"; //$NON-NLS-1$

	private final ExperimentText text;
	private final Consumer<Snapshot> reader = this::show;
	private Composite bar;
	private Label barText;
	private ProjectionSupport projection;
	private ProblemAnnotations problems;
	private Problem inBar;

	SourcePage(ExperimentText text) {
		this.text = text;
	}

	@Override
	protected void initializeEditor() {
		super.initializeEditor();
		setEditorContextMenuId("#ExperimentSourceContext"); //$NON-NLS-1$
		setRulerContextMenuId("#ExperimentRulerContext"); //$NON-NLS-1$
		setHelpContextId(CONTEXT);
	}

	@Override
	public void createPartControl(Composite parent) {
		setSourceViewerConfiguration(new SourceConfiguration(text, getPreferenceStore()));
		Composite whole = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		whole.setLayout(layout);
		createBar(whole);
		Composite source = new Composite(whole, SWT.NONE);
		source.setLayout(new org.eclipse.swt.layout.FillLayout());
		source.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		super.createPartControl(source);
		getSourceViewer().getTextWidget().setData("org.trainless.id", "source"); //$NON-NLS-1$ //$NON-NLS-2$
		ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
		projection = new ProjectionSupport(viewer, getAnnotationAccess(), getSharedColors());
		projection.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.error"); //$NON-NLS-1$
		projection.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.warning"); //$NON-NLS-1$
		projection.install();
		viewer.doOperation(ProjectionViewer.TOGGLE);
		Themes.follow(viewer.getTextWidget(), viewer::invalidateTextPresentation);
		text.addListener(reader);
	}

	/** Above the text stands why it cannot be shown as a form. */
	private void createBar(Composite whole) {
		bar = new Composite(whole, SWT.NONE);
		bar.setLayout(new GridLayout(2, false));
		bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		Label image = new Label(bar, SWT.NONE);
		image.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
		barText = new Label(bar, SWT.WRAP);
		barText.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		barText.setData("org.trainless.id", "source.error"); //$NON-NLS-1$ //$NON-NLS-2$
		setBar(null);
	}

	private void setBar(Problem problem) {
		inBar = problem;
		barText.setText(problem == null ? "" : line(problem)); //$NON-NLS-1$
		bar.setVisible(problem != null);
		((GridData) bar.getLayoutData()).exclude = problem == null;
		bar.getParent().layout();
	}

	static String line(Problem problem) {
		String what = ProblemAnnotations.text(problem);
		return problem.position().map(p -> org.eclipse.osgi.util.NLS.bind(Messages.SourcePage_line,
				new Object[] { p.line(), p.column(), what })).orElse(what);
	}

	/** Says above the text why the form cannot be shown, and goes there. */
	void explain(Problem problem) {
		setBar(problem);
		problem.position().ifPresent(p -> selectAndReveal(Math.min(p.offset(), document().getLength()),
				Math.min(p.length(), Math.max(0, document().getLength() - p.offset()))));
	}

	@Override
	protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
		ProjectionViewer viewer = new ProjectionViewer(parent, ruler, getOverviewRuler(), isOverviewRulerVisible(),
				styles);
		getSourceViewerDecorationSupport(viewer);
		return viewer;
	}

	/** A click on a problem in the margin goes there and offers what mends it. */
	@Override
	protected void createActions() {
		super.createActions();
		IAction selects = getAction(ITextEditorActionConstants.RULER_CLICK);
		setAction(ITextEditorActionConstants.RULER_CLICK, new Action() {
			@Override
			public void run() {
				int line = getVerticalRuler().getLineOfLastMouseButtonActivity();
				Optional<Position> place = problems == null ? Optional.empty() : problems.inLine(document(), line);
				if (place.isEmpty()) {
					if (selects instanceof IUpdate update) {
						update.update();
					}
					selects.run();
					return;
				}
				selectAndReveal(place.get().getOffset(), 0);
				ITextOperationTarget target = (ITextOperationTarget) getSourceViewer();
				if (target.canDoOperation(ISourceViewer.QUICK_ASSIST)) {
					target.doOperation(ISourceViewer.QUICK_ASSIST);
				}
			}
		});
	}

	@Override
	protected boolean isTabsToSpacesConversionEnabled() {
		return true;
	}

	IDocument document() {
		return getDocumentProvider().getDocument(getEditorInput());
	}

	ISourceViewer viewer() {
		return getSourceViewer();
	}

	private void show(Snapshot snapshot) {
		if (getSourceViewer() == null || getSourceViewer().getAnnotationModel() == null) {
			return;
		}
		if (problems == null) {
			problems = new ProblemAnnotations(getSourceViewer().getAnnotationModel(), bar.getDisplay());
		}
		problems.show(snapshot.result().problems(), snapshot.text().length());
		if (inBar != null) {
			setBar(snapshot.form().broken().orElse(null));
		}
		fold(snapshot);
	}

	/** Keeps what is folded folded. */
	private void fold(Snapshot snapshot) {
		ProjectionAnnotationModel model = ((ProjectionViewer) getSourceViewer()).getProjectionAnnotationModel();
		if (model == null) {
			return;
		}
		Set<Position> wanted = new HashSet<>();
		for (Folding.Range range : snapshot.folds()) {
			try {
				IDocument document = document();
				int first = document.getLineOffset(document.getLineOfOffset(range.offset()));
				int last = document.getLineOfOffset(Math.max(range.offset(), range.end() - 1));
				int end = last + 1 < document.getNumberOfLines() ? document.getLineOffset(last + 1)
						: document.getLength();
				wanted.add(new Position(first, end - first));
			} catch (BadLocationException e) {
				// the text has changed since: the next reading folds it
				return;
			}
		}
		Set<Annotation> gone = new HashSet<>();
		for (var all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (annotation instanceof ProjectionAnnotation && !wanted.remove(model.getPosition(annotation))) {
				gone.add(annotation);
			}
		}
		Map<Annotation, Position> added = new HashMap<>();
		wanted.forEach(position -> added.put(new ProjectionAnnotation(), position));
		if (!gone.isEmpty() || !added.isEmpty()) {
			model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
		}
	}

	@Override
	public <T> T getAdapter(Class<T> adapter) {
		if (projection != null) {
			T projected = projection.getAdapter(getSourceViewer(), adapter);
			if (projected != null) {
				return projected;
			}
		}
		return super.getAdapter(adapter);
	}

	void reveal(int offset, int length) {
		if (offset + length <= document().getLength()) {
			selectAndReveal(offset, length);
		}
	}

	@Override
	public void dispose() {
		text.removeListener(reader);
		if (problems != null) {
			problems.dispose();
		}
		super.dispose();
	}
}
