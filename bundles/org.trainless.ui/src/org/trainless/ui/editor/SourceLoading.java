/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.List;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.CursorLinePainter;
import org.eclipse.jface.text.DefaultIndentLineAutoEditStrategy;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DefaultTextDoubleClickStrategy;
import org.eclipse.jface.text.MultiStringMatcher;
import org.eclipse.jface.text.PaintManager;
import org.eclipse.jface.text.TextViewerUndoManager;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.hyperlink.HyperlinkManager;
import org.eclipse.jface.text.hyperlink.MultipleHyperlinkPresenter;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.projection.ProjectionDocumentManager;
import org.eclipse.jface.text.projection.ProjectionMapping;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.AnnotationRulerColumn;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.ContentAssistantFacade;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.MatchingCharacterPainter;
import org.eclipse.jface.text.source.OverviewRuler;
import org.eclipse.jface.text.source.VerticalRuler;
import org.eclipse.jface.text.source.inlined.InlinedAnnotationSupport;
import org.eclipse.jface.text.source.inlined.LineContentAnnotation;
import org.eclipse.jface.text.source.inlined.LineHeaderAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.ui.editors.text.DefaultEncodingSupport;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextFileDocumentProvider;
import org.eclipse.ui.texteditor.AddMarkerAction;
import org.eclipse.ui.texteditor.CaseAction;
import org.eclipse.ui.texteditor.ChangeEncodingAction;
import org.eclipse.ui.texteditor.DefaultMarkerAnnotationAccess;
import org.eclipse.ui.texteditor.DeleteLineAction;
import org.eclipse.ui.texteditor.DocumentProviderRegistry;
import org.eclipse.ui.texteditor.FindNextAction;
import org.eclipse.ui.texteditor.FindReplaceAction;
import org.eclipse.ui.texteditor.GotoAnnotationAction;
import org.eclipse.ui.texteditor.GotoLineAction;
import org.eclipse.ui.texteditor.HyperlinkDetectorRegistry;
import org.eclipse.ui.texteditor.IncrementalFindAction;
import org.eclipse.ui.texteditor.MarkerAnnotationPreferences;
import org.eclipse.ui.texteditor.MoveLinesAction;
import org.eclipse.ui.texteditor.RevertToSavedAction;
import org.eclipse.ui.texteditor.SelectMarkerRulerAction;
import org.eclipse.ui.texteditor.SelectRulerAction;
import org.eclipse.ui.texteditor.ShiftAction;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.texteditor.TextOperationAction;
import org.eclipse.ui.texteditor.quickdiff.QuickDiff;
import org.eclipse.ui.texteditor.rulers.RulerColumnRegistry;
import org.eclipse.ui.texteditor.spelling.SpellingService;
import org.trainless.experiment.assist.Highlighting;

/**
 * Does outside the UI thread what it can of opening a source page: reads the file, and loads the platform's classes for
 * text, which the first editor of a session has to wait for.
 */
final class SourceLoading extends Job {
	private final IFile file;
	private final Display display;
	private final Highlighting highlighting;
	private final Runnable then;

	/**
	 * @param file    what is to be shown; null when it is not in the workspace
	 * @param display its thread goes on
	 * @param colours of the text
	 * @param then    makes the page; called in the UI thread, whatever could be prepared
	 */
	SourceLoading(IFile file, Display display, Highlighting colours, Runnable then) {
		super(Messages.ExperimentText_reading);
		this.file = file;
		this.display = display;
		this.highlighting = colours;
		this.then = then;
		setSystem(true);
		setPriority(INTERACTIVE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Classes.load();
		// whatever the text is, its colours need the same classes
		highlighting.of("format: 1 # a comment"); //$NON-NLS-1$
		ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
		IPath path = file == null ? null : file.getFullPath();
		boolean connected = path != null && connect(buffers, path, monitor);
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				then.run();
				if (connected) {
					disconnect(buffers, path);
				}
			});
		}
		return Status.OK_STATUS;
	}

	/**
	 * What the platform's text editor makes in the UI thread. To name a class loads it, which is why they are named
	 * here, where only the job comes.
	 */
	private static final class Classes {
		private static final List<Class<?>> NEEDED = List.of(SourcePage.class, SourceConfiguration.class,
				ProjectionViewer.class, ProjectionSupport.class, ProjectionAnnotationModel.class,
				ProjectionDocumentManager.class, ProjectionMapping.class, TextFileDocumentProvider.class,
				ProblemAnnotations.class, AnnotationModel.class, AnnotationRulerColumn.class,
				LineNumberRulerColumn.class, OverviewRuler.class, CompositeRuler.class, VerticalRuler.class,
				SourceViewerDecorationSupport.class, DefaultMarkerAnnotationAccess.class,
				MarkerAnnotationPreferences.class, AnnotationPainter.class, CursorLinePainter.class,
				MatchingCharacterPainter.class, PaintManager.class, InlinedAnnotationSupport.class,
				LineContentAnnotation.class, LineHeaderAnnotation.class, ContentAssistant.class,
				ContentAssistantFacade.class, QuickAssistAssistant.class, DefaultInformationControl.class,
				HyperlinkManager.class, MultipleHyperlinkPresenter.class, HyperlinkDetectorRegistry.class,
				PresentationReconciler.class, TextViewerUndoManager.class, DocumentUndoManagerRegistry.class,
				DefaultIndentLineAutoEditStrategy.class, DefaultTextDoubleClickStrategy.class, MultiStringMatcher.class,
				RulerColumnRegistry.class, DocumentProviderRegistry.class, SpellingService.class, QuickDiff.class,
				EditorsUI.class, DefaultEncodingSupport.class, TextOperationAction.class, FindReplaceAction.class,
				FindNextAction.class, IncrementalFindAction.class, GotoLineAction.class, GotoAnnotationAction.class,
				RevertToSavedAction.class, ShiftAction.class, MoveLinesAction.class, DeleteLineAction.class,
				CaseAction.class, SelectMarkerRulerAction.class, SelectRulerAction.class, AddMarkerAction.class,
				ChangeEncodingAction.class, AbstractCodeMiningProvider.class);

		private Classes() {
		}

		/** Loads them with their parents, with what is nested in them and with what they work with. */
		static void load() {
			for (Class<?> needed : NEEDED) {
				for (Class<?> part = needed; part != Object.class; part = part.getSuperclass()) {
					part.getNestMembers();
					part.getDeclaredMethods();
				}
			}
		}
	}

	private static boolean connect(ITextFileBufferManager buffers, IPath path, IProgressMonitor monitor) {
		try {
			buffers.connect(path, LocationKind.IFILE, monitor);
			buffers.getTextFileBuffer(path, LocationKind.IFILE).getAnnotationModel();
			return true;
		} catch (CoreException e) {
			// the page says itself what it cannot read
			return false;
		}
	}

	private static void disconnect(ITextFileBufferManager buffers, IPath path) {
		try {
			buffers.disconnect(path, LocationKind.IFILE, null);
		} catch (CoreException e) {
			ILog.of(SourceLoading.class).log(e.getStatus());
		}
	}
}
