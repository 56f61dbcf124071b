/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.trainless.api.problem.Problem;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.experiment.assist.Highlighting;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.form.FormModel;

/**
 * Edits an experiment file: as a form and as its source, two pages over one text. What is entered in the form changes
 * only these characters of the text, so that undo works over both.
 */
public final class ExperimentEditor extends FormEditor {
	/** Identifier of the editor. */
	public static final String ID = "org.trainless.ui.experimentEditor"; //$NON-NLS-1$

	private static final int FORM = 0;
	private static final int SOURCE = 1;

	private ExperimentText text;
	private SourcePage source;
	private FormView form;
	private OutlinePage outline;

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		super.init(site, input);
		setPartName(input.getName());
		text = new ExperimentText(PlatformUI.getWorkbench().getService(ExperimentFiles.class),
				PlatformUI.getWorkbench().getService(Contributions.class), site.getShell().getDisplay());
		text.addListener(this::outline);
	}

	/**
	 * The form stands at once. The source page, which is as much work again, is made a moment later, so that neither
	 * holds the window up for long; it is made at once when it is needed.
	 */
	@Override
	protected void addPages() {
		try {
			form = new FormView(this, text);
			addPage(FORM, form);
			new SourceLoading(Adapters.adapt(getEditorInput(), IFile.class), getSite().getShell().getDisplay(),
					new Highlighting(text.contributions()), () -> {
						if (!getContainer().isDisposed()) {
							source();
						}
					}).schedule();
		} catch (PartInitException e) {
			ILog.of(ExperimentEditor.class).error(e.getMessage(), e);
		}
	}

	private void addSource() {
		try {
			source = new SourcePage(text);
			addPage(SOURCE, source, getEditorInput());
			setPageText(SOURCE, Messages.ExperimentEditor_source);
			connect();
			if (getEditorSite().getActionBarContributor() instanceof ExperimentEditorContributor contributor
					&& getEditorSite().getPage().getActiveEditor() == this) {
				// undo and redo are those of the text on both pages
				contributor.setActivePage(getActiveEditor());
			}
		} catch (PartInitException e) {
			ILog.of(ExperimentEditor.class).error(e.getMessage(), e);
		}
	}

	private void connect() {
		text.connect(source.document(), getEditorInput().getName(), folder(getEditorInput()));
	}

	private static Path folder(IEditorInput input) {
		IFile file = Adapters.adapt(input, IFile.class);
		Optional<Path> location = Optional.ofNullable(file).map(IFile::getLocation).map(l -> l.toFile().toPath());
		if (location.isEmpty() && input instanceof IURIEditorInput other) {
			URI uri = other.getURI();
			location = "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty(); //$NON-NLS-1$
		}
		return location.map(p -> p.toAbsolutePath().getParent()).orElseGet(() -> Path.of("").toAbsolutePath()); //$NON-NLS-1$
	}

	/** @return the page with the text; null once the editor is closed */
	SourcePage source() {
		if (source == null && form != null && !getContainer().isDisposed()) {
			addSource();
		}
		return source;
	}

	/** @return the page with the text, if it has been made already */
	Optional<SourcePage> sourceIfMade() {
		return Optional.ofNullable(source);
	}

	/** An input of the form that is not in the text yet has come or gone. */
	void pendingChanged() {
		firePropertyChange(PROP_DIRTY);
	}

	/**
	 * Makes a change of the form in the text, as one step that can be undone.
	 *
	 * @param edit the change
	 */
	void apply(TextEdit edit) {
		IRewriteTarget target = source().getAdapter(IRewriteTarget.class);
		target.beginCompoundChange();
		try {
			text.apply(edit);
		} catch (BadLocationException e) {
			// edits are made for the text as it is, in this very thread
			throw new IllegalStateException(e);
		} finally {
			target.endCompoundChange();
		}
	}

	/** Shows a place of the text. */
	void showInSource(Problem problem) {
		source();
		setActivePage(SOURCE);
		problem.position().ifPresent(p -> source.selectAndReveal(p.offset(), p.length()));
	}

	/** A text that is broken cannot be shown as a form: the page stays, and says why. */
	@Override
	protected void pageChange(int page) {
		if (page == FORM && source != null && text.document() != null) {
			FormModel model = text.isRead() ? text.latest().orElseThrow().form()
					: FormModel.of(text.contributions(), text.result());
			if (model.broken().isPresent()) {
				setActivePage(SOURCE);
				source.explain(model.broken().get());
				return;
			}
		}
		if (page == SOURCE && form != null) {
			form.commitPending();
		}
		super.pageChange(page);
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		form.commitPending();
		source().doSave(monitor);
		text.remember();
	}

	@Override
	public void doSaveAs() {
		form.commitPending();
		source().doSaveAs();
		setInput(source.getEditorInput());
		setPartName(getEditorInput().getName());
		connect();
	}

	@Override
	public boolean isSaveAsAllowed() {
		return true;
	}

	@Override
	public boolean isDirty() {
		return super.isDirty() || source != null && source.isDirty() || form != null && form.isPending();
	}

	/** Whoever closes the editor right after typing is asked about what was typed, too. */
	@Override
	public boolean isSaveOnCloseNeeded() {
		if (form != null) {
			form.commitPending();
		}
		return super.isSaveOnCloseNeeded();
	}

	@Override
	public <T> T getAdapter(Class<T> adapter) {
		if (form != null && !getContainer().isDisposed()) {
			if (adapter == IContentOutlinePage.class) {
				return adapter.cast(outline());
			}
			if (adapter == IGotoMarker.class) {
				return adapter.cast((IGotoMarker) this::gotoMarker);
			}
			// the workbench asks while it opens the editor, when there is time enough for the answer no
			if (adapter == org.eclipse.ui.texteditor.ITextEditor.class) {
				return adapter.cast(source);
			}
			if (adapter == ISourceViewer.class) {
				return source == null ? null : adapter.cast(source.viewer());
			}
		}
		return super.getAdapter(adapter);
	}

	private OutlinePage outline() {
		if (outline == null || outline.getControl() != null && outline.getControl().isDisposed()) {
			outline = new OutlinePage((offset, length) -> source().reveal(offset, length));
			text.latest().ifPresent(s -> outline.show(s.outline()));
		}
		return outline;
	}

	private void outline(Snapshot snapshot) {
		if (outline != null) {
			outline.show(snapshot.outline());
		}
	}

	/**
	 * @param offset of a place in the text
	 * @return what the source page proposes to write there
	 */
	public ICompletionProposal[] assist(int offset) {
		return new AssistProcessor(text).computeCompletionProposals(source().viewer(), offset);
	}

	private void gotoMarker(IMarker marker) {
		source();
		setActivePage(SOURCE);
		IGotoMarker target = source.getAdapter(IGotoMarker.class);
		if (target != null) {
			target.gotoMarker(marker);
		}
	}

	@Override
	public void dispose() {
		if (text != null) {
			text.dispose();
		}
		super.dispose();
	}
}
