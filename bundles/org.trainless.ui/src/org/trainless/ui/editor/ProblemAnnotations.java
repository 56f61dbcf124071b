/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.IAnnotationModelListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.MarkerAnnotation;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;
import org.trainless.core.resources.ProblemMarkers;

/**
 * Shows the problems of the text as it is now, saved or not. What the builder's markers said of an earlier text is
 * hidden once the text has been read anew.
 */
final class ProblemAnnotations {
	private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error"; //$NON-NLS-1$
	private static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning"; //$NON-NLS-1$
	private static final String INFO = "org.eclipse.ui.workbench.texteditor.info"; //$NON-NLS-1$

	private final IAnnotationModel model;
	private final Display display;
	private final IAnnotationModelListener changed = m -> changed();
	private Map<Annotation, Position> shown = Map.of();

	/** A problem at its place. */
	static final class Live extends Annotation implements IQuickFixableAnnotation {
		private final Problem problem;
		private boolean fixable = true;

		Live(Problem problem) {
			super(type(problem.severity()), false, text(problem));
			this.problem = problem;
		}

		Problem problem() {
			return problem;
		}

		@Override
		public void setQuickFixable(boolean state) {
			fixable = state;
		}

		@Override
		public boolean isQuickFixableStateSet() {
			return true;
		}

		@Override
		public boolean isQuickFixable() {
			return fixable;
		}
	}

	/**
	 * @param model   where they are shown
	 * @param display its thread is told of new markers
	 */
	ProblemAnnotations(IAnnotationModel model, Display display) {
		this.model = model;
		this.display = display;
		model.addAnnotationModelListener(changed);
	}

	void dispose() {
		model.removeAnnotationModelListener(changed);
	}

	private void changed() {
		if (!display.isDisposed()) {
			display.asyncExec(this::hideMarkers);
		}
	}

	static boolean isProblem(Annotation annotation) {
		return annotation instanceof Live && !annotation.isMarkedDeleted();
	}

	private static String type(Severity severity) {
		return switch (severity) {
		case ERROR -> ERROR;
		case WARNING -> WARNING;
		case INFO -> INFO;
		};
	}

	static String text(Problem problem) {
		return problem.remedy().isEmpty() ? problem.message() : problem.message() + " (" + problem.remedy() + ')'; //$NON-NLS-1$
	}

	void show(List<Problem> problems, int length) {
		Map<Annotation, Position> wanted = new HashMap<>();
		for (Problem problem : problems) {
			int offset = Math.min(problem.position().map(p -> p.offset()).orElse(0), length);
			int wide = Math.max(problem.position().map(p -> p.length()).orElse(0), 1);
			wanted.put(new Live(problem), new Position(offset, Math.min(wide, length - offset)));
		}
		hideMarkers();
		if (model instanceof IAnnotationModelExtension extension) {
			extension.replaceAnnotations(shown.keySet().toArray(Annotation[]::new), wanted);
		} else {
			shown.keySet().forEach(model::removeAnnotation);
			wanted.forEach(model::addAnnotation);
		}
		shown = wanted;
	}

	/** @return place of a problem that stands in a line */
	Optional<Position> inLine(IDocument document, int line) {
		for (Position position : shown.values()) {
			try {
				if (document.getLineOfOffset(position.getOffset()) == line) {
					return Optional.of(position);
				}
			} catch (BadLocationException e) {
				// the text is shorter now; the next reading shows its problems
				continue;
			}
		}
		return Optional.empty();
	}

	/** The builder's markers come and go by themselves; the problems of the text as it is now are shown already. */
	private void hideMarkers() {
		List<MarkerAnnotation> hidden = new ArrayList<>();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			if (all.next() instanceof MarkerAnnotation marker && !marker.isMarkedDeleted()
					&& ProblemMarkers.TYPE.equals(type(marker))) {
				hidden.add(marker);
			}
		}
		for (MarkerAnnotation marker : hidden) {
			marker.markDeleted(true);
			Position position = model.getPosition(marker);
			if (position != null && model instanceof IAnnotationModelExtension extension) {
				// whoever draws it is told that it has changed
				extension.modifyAnnotationPosition(marker, new Position(position.getOffset(), position.getLength()));
			}
		}
	}

	private static String type(MarkerAnnotation annotation) {
		try {
			return annotation.getMarker().getType();
		} catch (org.eclipse.core.runtime.CoreException e) {
			// the marker is gone, and its annotation goes with it
			return ""; //$NON-NLS-1$
		}
	}
}
