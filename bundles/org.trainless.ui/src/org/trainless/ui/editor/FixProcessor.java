/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.trainless.api.problem.Problem;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.assist.QuickFix;
import org.trainless.experiment.assist.QuickFixes;

/** Offers what mends the problems of a line. */
final class FixProcessor implements IQuickAssistProcessor {
	private final ExperimentText text;

	FixProcessor(ExperimentText text) {
		this.text = text;
	}

	/** @return what mends a problem of the text as it is now */
	List<QuickFix> fixes(Problem problem) {
		ExperimentResult result = text.result();
		return new QuickFixes(text.files().context(text.folder())).fixes(result, problem);
	}

	@Override
	public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
		List<ICompletionProposal> proposals = new ArrayList<>();
		IDocument document = text.document();
		for (Problem problem : text.result().problems()) {
			if (isInLine(document, problem, context.getOffset())) {
				fixes(problem).forEach(fix -> proposals.add(new Item(fix, problem)));
			}
		}
		return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
	}

	private static boolean isInLine(IDocument document, Problem problem, int offset) {
		try {
			int at = Math.min(problem.position().map(p -> p.offset()).orElse(0), document.getLength());
			return document.getLineOfOffset(at) == document.getLineOfOffset(offset);
		} catch (BadLocationException e) {
			// a place that is no longer there has no line
			return false;
		}
	}

	@Override
	public boolean canAssist(IQuickAssistInvocationContext context) {
		return false;
	}

	@Override
	public boolean canFix(Annotation annotation) {
		return ProblemAnnotations.isProblem(annotation);
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	private static final class Item implements ICompletionProposal {
		private final QuickFix fix;
		private final Problem problem;

		Item(QuickFix fix, Problem problem) {
			this.fix = fix;
			this.problem = problem;
		}

		@Override
		public void apply(IDocument document) {
			try {
				document.replace(fix.edit().offset(), fix.edit().length(), fix.edit().replacement());
			} catch (BadLocationException e) {
				// the text has changed under the list: what it would have mended is not there any more
				return;
			}
		}

		@Override
		public Point getSelection(IDocument document) {
			return new Point(fix.edit().offset() + fix.edit().replacement().length(), 0);
		}

		@Override
		public String getAdditionalProposalInfo() {
			return problem.remedy().isEmpty() ? problem.message() : problem.message() + '\n' + problem.remedy();
		}

		@Override
		public String getDisplayString() {
			return fix.label();
		}

		@Override
		public Image getImage() {
			return KindImages.ofFix();
		}

		@Override
		public IContextInformation getContextInformation() {
			return null;
		}
	}
}
