/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.resources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;

/** Nature of a project that holds experiments: its builder checks them. */
public final class ExperimentNature implements IProjectNature {
	/** Identifier of the nature. */
	public static final String ID = "org.trainless.core.experimentNature";

	private IProject project;

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		List<ICommand> commands = new ArrayList<>(Arrays.asList(description.getBuildSpec()));
		if (commands.stream().noneMatch(c -> c.getBuilderName().equals(ExperimentFileBuilder.ID))) {
			ICommand command = description.newCommand();
			command.setBuilderName(ExperimentFileBuilder.ID);
			commands.add(command);
			description.setBuildSpec(commands.toArray(ICommand[]::new));
			project.setDescription(description, null);
		}
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		ICommand[] others = Arrays.stream(description.getBuildSpec())
				.filter(c -> !c.getBuilderName().equals(ExperimentFileBuilder.ID)).toArray(ICommand[]::new);
		description.setBuildSpec(others);
		project.setDescription(description, null);
	}

	@Override
	public IProject getProject() {
		return project;
	}

	@Override
	public void setProject(IProject project) {
		this.project = project;
	}

	/**
	 * Gives a project this nature, if it has not got it.
	 *
	 * @param project an open project
	 * @throws CoreException when the project's description cannot be changed
	 */
	public static void addTo(IProject project) throws CoreException {
		if (project.hasNature(ID)) {
			return;
		}
		IProjectDescription description = project.getDescription();
		List<String> natures = new ArrayList<>(Arrays.asList(description.getNatureIds()));
		natures.add(ID);
		description.setNatureIds(natures.toArray(String[]::new));
		project.setDescription(description, null);
	}
}
