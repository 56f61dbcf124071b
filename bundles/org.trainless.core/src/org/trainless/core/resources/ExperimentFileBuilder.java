/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.resources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.SubMonitor;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.experiment.ExperimentFormat;

/**
 * Checks the experiment files of a project whenever they change, and shows what is wrong as markers: the same problems
 * as the command line finds.
 */
public final class ExperimentFileBuilder extends IncrementalProjectBuilder {
	/** Identifier of the builder. */
	public static final String ID = "org.trainless.core.experimentFileBuilder";

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		IResourceDelta delta = kind == FULL_BUILD || kind == CLEAN_BUILD ? null : getDelta(getProject());
		List<IFile> files = new ArrayList<>();
		if (delta == null) {
			getProject().accept(resource -> collect(resource, files));
		} else {
			delta.accept(change -> {
				boolean content = change.getKind() == IResourceDelta.ADDED
						|| change.getKind() == IResourceDelta.CHANGED && (change.getFlags()
								& (IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING)) != 0;
				return change.getResource() instanceof IFile ? content && collect(change.getResource(), files)
						: change.getKind() != IResourceDelta.REMOVED && collect(change.getResource(), files);
			});
		}
		check(files, monitor);
		return null;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		getProject().deleteMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE);
	}

	/** Derived folders are skipped: a run directory's resolved experiment is nobody's to mend. */
	private static boolean collect(IResource resource, List<IFile> files) {
		if (resource.isDerived()) {
			return false;
		}
		if (resource instanceof IFile file && file.getName().endsWith(ExperimentFormat.EXTENSION)) {
			files.add(file);
		}
		return true;
	}

	private void check(List<IFile> files, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, files.size());
		for (IFile file : files) {
			if (progress.isCanceled() || isInterrupted()) {
				forgetLastBuiltState();
				return;
			}
			if (file.exists() && file.getLocation() != null) {
				ProblemMarkers.update(file, problems(file.getLocation().toFile().toPath()));
			}
			progress.worked(1);
		}
	}

	private static List<Problem> problems(Path file) {
		List<Problem> problems = new ArrayList<>();
		ServiceCaller.callOnce(ExperimentFileBuilder.class, ExperimentFiles.class, files -> {
			try {
				problems.addAll(files.read(file, List.of()).problems());
			} catch (ProblemException e) {
				problems.addAll(e.problems());
			}
		});
		return problems;
	}
}
