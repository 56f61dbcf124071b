/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.problems;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PlatformUI;
import org.trainless.api.problem.Problem;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.resources.ProblemMarkers;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.assist.QuickFix;
import org.trainless.experiment.assist.QuickFixes;
import org.trainless.experiment.edit.TextEdit;

/**
 * What mends a problem of the Problems view: the same as what the source page offers. A file that is open is changed in
 * its editor, where it can be undone and is saved by whoever edits it; another one is changed on the disk.
 */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {
	private static final IMarkerResolution[] NONE = {};

	@Override
	public boolean hasResolutions(IMarker marker) {
		return marker.getResource() instanceof IFile
				&& QuickFixes.mayMend(marker.getAttribute(ProblemMarkers.CODE, "")); //$NON-NLS-1$
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		if (!hasResolutions(marker)) {
			return NONE;
		}
		IFile file = (IFile) marker.getResource();
		try {
			return fixes(marker, text(file)).stream().map(fix -> new Fix(marker, fix))
					.toArray(IMarkerResolution[]::new);
		} catch (CoreException | IOException e) {
			ILog.of(MarkerFixes.class).error(e.getMessage(), e);
			return NONE;
		}
	}

	/** @return the text as the editor has it, if one is open; else as it is on the disk */
	private static String text(IFile file) throws CoreException, IOException {
		ITextFileBuffer open = open(file);
		return open == null ? file.readString() : open.getDocument().get();
	}

	private static ITextFileBuffer open(IFile file) {
		return FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
	}

	private static List<QuickFix> fixes(IMarker marker, String text) {
		ExperimentFiles files = PlatformUI.getWorkbench().getService(ExperimentFiles.class);
		IFile file = (IFile) marker.getResource();
		Path folder = file.getLocation().toFile().toPath().toAbsolutePath().getParent();
		ExperimentResult result = files.read(file.getName(), text, folder);
		return problem(marker, result).map(p -> new QuickFixes(files.context(folder)).fixes(result, p))
				.orElse(List.of());
	}

	/** What the marker tells of: the text may have changed since, so that it may stand elsewhere now, or be gone. */
	private static Optional<Problem> problem(IMarker marker, ExperimentResult result) {
		String code = marker.getAttribute(ProblemMarkers.CODE, ""); //$NON-NLS-1$
		String message = marker.getAttribute(IMarker.MESSAGE, ""); //$NON-NLS-1$
		int at = marker.getAttribute(IMarker.CHAR_START, 0);
		return result.problems().stream().filter(p -> p.code().equals(code) && message.startsWith(p.message()))
				.min(Comparator.comparingInt(p -> Math.abs(p.position().map(o -> o.offset()).orElse(0) - at)));
	}

	/** One way of mending it. */
	private static final class Fix implements IMarkerResolution2 {
		private final IMarker marker;
		private final QuickFix offered;

		Fix(IMarker marker, QuickFix offered) {
			this.marker = marker;
			this.offered = offered;
		}

		@Override
		public String getLabel() {
			return offered.label();
		}

		@Override
		public String getDescription() {
			return marker.getAttribute(ProblemMarkers.REMEDY, ""); //$NON-NLS-1$
		}

		@Override
		public Image getImage() {
			return null;
		}

		@Override
		public void run(IMarker chosen) {
			IFile file = (IFile) chosen.getResource();
			ITextFileBuffer open = open(file);
			if (open != null) {
				mend(open.getDocument());
				return;
			}
			WorkspaceJob job = new WorkspaceJob(NLS.bind(Messages.MarkerFixes_mending, file.getName())) {
				@Override
				public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
					return mendOnDisk(file, monitor);
				}
			};
			job.setRule(file.getWorkspace().getRuleFactory().modifyRule(file));
			job.schedule();
		}

		private IStatus mendOnDisk(IFile file, IProgressMonitor monitor) throws CoreException {
			ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
			buffers.connect(file.getFullPath(), LocationKind.IFILE, monitor);
			try {
				ITextFileBuffer buffer = open(file);
				if (!mend(buffer.getDocument())) {
					return Status.warning(Messages.MarkerFixes_gone);
				}
				buffer.commit(monitor, false);
				return Status.OK_STATUS;
			} finally {
				buffers.disconnect(file.getFullPath(), LocationKind.IFILE, monitor);
			}
		}

		/** The edit is made anew for the text as it is now. */
		private boolean mend(IDocument document) {
			Optional<TextEdit> edit = fixes(marker, document.get()).stream()
					.filter(f -> f.label().equals(offered.label())).map(QuickFix::edit).findFirst();
			try {
				if (edit.isPresent()) {
					document.replace(edit.get().offset(), edit.get().length(), edit.get().replacement());
				}
				return edit.isPresent();
			} catch (BadLocationException e) {
				// the edit was made for this very text
				throw new IllegalStateException(e);
			}
		}
	}
}
