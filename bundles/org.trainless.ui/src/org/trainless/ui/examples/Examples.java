/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.examples;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.trainless.core.resources.ExperimentNature;

/** The examples that come with the product. */
public final class Examples {
	private static final String FOLDER = "examples"; //$NON-NLS-1$

	private Examples() {
	}

	/**
	 * One example.
	 *
	 * @param file name of its file
	 * @param text what the file holds
	 */
	public record Example(String file, String text) {
	}

	/**
	 * @return the examples, by name
	 * @throws IOException when they cannot be read
	 */
	public static List<Example> all() throws IOException {
		Bundle bundle = FrameworkUtil.getBundle(Examples.class);
		List<Example> examples = new ArrayList<>();
		for (URL url : Collections.list(bundle.findEntries(FOLDER, "*.nas.yaml", false))) { //$NON-NLS-1$
			try (InputStream in = url.openStream()) {
				examples.add(new Example(IPath.fromOSString(url.getPath()).lastSegment(),
						new String(in.readAllBytes(), StandardCharsets.UTF_8)));
			}
		}
		examples.sort(Comparator.comparing(Example::file));
		return examples;
	}

	/**
	 * Writes an example into a folder; one that is there already stays as it is.
	 *
	 * @param example the example
	 * @param folder  where to
	 * @param monitor progress
	 * @return the file
	 * @throws CoreException when it cannot be written
	 */
	public static IFile write(Example example, IContainer folder, IProgressMonitor monitor) throws CoreException {
		IFile file = folder.getFile(IPath.fromOSString(example.file()));
		if (!file.exists()) {
			file.create(example.text().getBytes(StandardCharsets.UTF_8), true, false, monitor);
		}
		return file;
	}

	/**
	 * Makes a project for experiments; one that is there stays as it is.
	 *
	 * @param project the project
	 * @param monitor progress
	 * @throws CoreException when it cannot be made
	 */
	public static void createProject(IProject project, IProgressMonitor monitor) throws CoreException {
		if (!project.exists()) {
			project.create(monitor);
		}
		project.open(monitor);
		ExperimentNature.addTo(project);
	}

	/**
	 * @param e why the examples cannot be read
	 * @return the same for the workbench
	 */
	public static CoreException unreadable(IOException e) {
		return new CoreException(Status.error(e.getMessage(), e));
	}
}
