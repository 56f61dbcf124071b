/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.trainless.experiment.assist.Highlighting;

/** What the source page can do. */
final class SourceConfiguration extends TextSourceViewerConfiguration {
	private static final int INDENTATION = 2;

	private final ExperimentText text;

	SourceConfiguration(ExperimentText text, IPreferenceStore preferences) {
		super(preferences);
		this.text = text;
	}

	@Override
	public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
		SyntaxPainter painter = new SyntaxPainter(new Highlighting(text.contributions()));
		PresentationReconciler reconciler = new PresentationReconciler();
		reconciler.setDamager(painter, IDocument.DEFAULT_CONTENT_TYPE);
		reconciler.setRepairer(painter, IDocument.DEFAULT_CONTENT_TYPE);
		return reconciler;
	}

	@Override
	public IContentAssistant getContentAssistant(ISourceViewer viewer) {
		ContentAssistant assistant = new ContentAssistant();
		assistant.setContentAssistProcessor(new AssistProcessor(text), IDocument.DEFAULT_CONTENT_TYPE);
		assistant.setInformationControlCreator(getInformationControlCreator(viewer));
		assistant.enableAutoActivation(true);
		assistant.enableColoredLabels(true);
		assistant.setProposalPopupOrientation(IContentAssistant.PROPOSAL_OVERLAY);
		assistant.setContextInformationPopupOrientation(IContentAssistant.CONTEXT_INFO_ABOVE);
		return assistant;
	}

	@Override
	public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
		QuickAssistAssistant assistant = new QuickAssistAssistant();
		assistant.setQuickAssistProcessor(new FixProcessor(text));
		assistant.setInformationControlCreator(parent -> new DefaultInformationControl(parent, true));
		return assistant;
	}

	/** Identifiers are no words of a language, so nothing is checked for its spelling. */
	@Override
	public IReconciler getReconciler(ISourceViewer viewer) {
		return null;
	}

	@Override
	public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
		return new SourceHover(text);
	}

	@Override
	public IAnnotationHover getAnnotationHover(ISourceViewer viewer) {
		return new DefaultAnnotationHover() {
			@Override
			protected boolean isIncluded(org.eclipse.jface.text.source.Annotation annotation) {
				return ProblemAnnotations.isProblem(annotation);
			}
		};
	}

	@Override
	public int getTabWidth(ISourceViewer viewer) {
		return INDENTATION;
	}

	@Override
	public String[] getDefaultPrefixes(ISourceViewer viewer, String contentType) {
		return new String[] { "#", "" }; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
