/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.List;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension4;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.trainless.experiment.assist.ContentAssist;
import org.trainless.experiment.assist.Proposal;

/** Offers keys, ids, values, variables and the names of constraints. */
final class AssistProcessor implements IContentAssistProcessor {
	private static final char[] OPENING = { ':', ' ', '$' };

	private final ExperimentText text;

	AssistProcessor(ExperimentText text) {
		this.text = text;
	}

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		return proposals(viewer.getDocument().get(), offset).stream().map(p -> new Item(p, offset))
				.toArray(ICompletionProposal[]::new);
	}

	private List<Proposal> proposals(String content, int offset) {
		return new ContentAssist(text.knowledge()).at(content, offset);
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return null;
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return OPENING.clone();
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return null;
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}

	/** A proposal in the list; while one types on, it is asked for anew, so that it fits the text as it is then. */
	private final class Item implements ICompletionProposal, ICompletionProposalExtension2,
			ICompletionProposalExtension4, ICompletionProposalExtension6 {
		private final Proposal proposal;
		private final int offset;
		private int caret;

		Item(Proposal proposal, int offset) {
			this.proposal = proposal;
			this.offset = offset;
			this.caret = proposal.caret();
		}

		@Override
		public void apply(IDocument document) {
			write(document, proposal);
		}

		@Override
		public void apply(ITextViewer viewer, char trigger, int stateMask, int now) {
			IDocument document = viewer.getDocument();
			Proposal fitting = now == offset ? proposal
					: proposals(document.get(), now).stream()
							.filter(p -> p.kind() == proposal.kind() && p.label().equals(proposal.label())).findFirst()
							.orElse(null);
			if (fitting != null) {
				write(document, fitting);
			}
		}

		private void write(IDocument document, Proposal fitting) {
			try {
				document.replace(fitting.edit().offset(), fitting.edit().length(), fitting.edit().replacement());
				caret = fitting.caret();
			} catch (BadLocationException e) {
				// the text has become shorter meanwhile: there is nothing to complete any more
				caret = Math.min(fitting.caret(), document.getLength());
			}
		}

		@Override
		public void selected(ITextViewer viewer, boolean smartToggle) {
			// nothing is shown in the text before it is chosen
		}

		@Override
		public void unselected(ITextViewer viewer) {
			// nothing was shown
		}

		@Override
		public boolean validate(IDocument document, int now, DocumentEvent event) {
			return now <= document.getLength() && proposals(document.get(), now).stream()
					.anyMatch(p -> p.kind() == proposal.kind() && p.label().equals(proposal.label()));
		}

		@Override
		public Point getSelection(IDocument document) {
			return new Point(caret, 0);
		}

		@Override
		public String getAdditionalProposalInfo() {
			return proposal.description().isBlank() ? null : proposal.description();
		}

		@Override
		public String getDisplayString() {
			return getStyledDisplayString().getString();
		}

		@Override
		public StyledString getStyledDisplayString() {
			StyledString shown = new StyledString(proposal.label());
			if (!proposal.detail().isBlank()) {
				shown.append("  " + proposal.detail(), StyledString.QUALIFIER_STYLER); //$NON-NLS-1$
			}
			return shown;
		}

		@Override
		public Image getImage() {
			return KindImages.of(proposal.kind());
		}

		@Override
		public IContextInformation getContextInformation() {
			return null;
		}

		@Override
		public boolean isAutoInsertable() {
			return proposal.kind() != Proposal.Kind.OPERATOR;
		}
	}
}
