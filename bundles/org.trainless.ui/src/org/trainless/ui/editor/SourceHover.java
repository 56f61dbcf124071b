/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.trainless.experiment.assist.Hovers;

/** Says over a word what is wrong with it and what it means. */
final class SourceHover implements ITextHover {
	private final ExperimentText text;

	SourceHover(ExperimentText text) {
		this.text = text;
	}

	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		List<String> parts = new ArrayList<>();
		IAnnotationModel model = viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
		if (model != null) {
			for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
				Annotation annotation = all.next();
				Position position = model.getPosition(annotation);
				if (ProblemAnnotations.isProblem(annotation) && position != null
						&& position.overlapsWith(region.getOffset(), Math.max(1, region.getLength()))) {
					parts.add(annotation.getText());
				}
			}
		}
		new Hovers(text.knowledge()).at(viewer.getDocument().get(), region.getOffset())
				.ifPresent(hover -> parts.add(hover.text()));
		return parts.isEmpty() ? null : String.join("\n\n", parts); //$NON-NLS-1$
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return new Hovers(text.knowledge()).at(viewer.getDocument().get(), offset)
				.map(h -> (IRegion) new Region(h.offset(), h.length())).orElseGet(() -> new Region(offset, 1));
	}
}
