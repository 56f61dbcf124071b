/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;

/** Which experiment file a person means. */
final class ExperimentSelection {
	private static final String SUFFIX = ".nas.yaml"; //$NON-NLS-1$

	private ExperimentSelection() {
	}

	/**
	 * @param selection of the navigator or wherever it is; may be null
	 * @param editor    the active editor; may be null
	 * @return the experiment file that is selected, else the one that is open
	 */
	static Optional<Path> file(ISelection selection, IEditorPart editor) {
		if (selection instanceof IStructuredSelection structured) {
			Optional<Path> selected = path(Adapters.adapt(structured.getFirstElement(), IFile.class));
			if (selected.isPresent()) {
				return selected;
			}
		}
		if (editor == null) {
			return Optional.empty();
		}
		IEditorInput input = editor.getEditorInput();
		Optional<Path> open = path(Adapters.adapt(input, IFile.class));
		if (open.isEmpty() && input instanceof IURIEditorInput uri && "file".equals(uri.getURI().getScheme())) { //$NON-NLS-1$
			return Optional.of(Path.of(uri.getURI())).filter(ExperimentSelection::isExperiment);
		}
		return open;
	}

	private static Optional<Path> path(IFile file) {
		return Optional.ofNullable(file).map(IFile::getLocation).map(l -> l.toFile().toPath())
				.filter(ExperimentSelection::isExperiment);
	}

	private static boolean isExperiment(Path file) {
		return file.getFileName().toString().endsWith(SUFFIX);
	}
}
