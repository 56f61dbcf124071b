/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.wizards;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.trainless.ui.examples.Examples;

/** Makes a project for experiments, with the examples if they are wanted. */
public final class NewExperimentProjectWizard extends Wizard implements INewWizard, IExecutableExtension {
	private IWorkbench workbench;
	private IConfigurationElement element;
	private WizardNewProjectCreationPage page;
	private Button examples;

	@Override
	public void init(IWorkbench bench, IStructuredSelection selection) {
		this.workbench = bench;
		setWindowTitle(Messages.NewExperimentProjectWizard_title);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void setInitializationData(IConfigurationElement config, String property, Object data) {
		this.element = config;
	}

	@Override
	public void addPages() {
		page = new WizardNewProjectCreationPage("project") { //$NON-NLS-1$
			@Override
			public void createControl(Composite parent) {
				super.createControl(parent);
				PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "org.trainless.ui.newProject"); //$NON-NLS-1$
				examples = new Button((Composite) getControl(), SWT.CHECK);
				examples.setText(Messages.NewExperimentProjectWizard_examples);
				examples.setSelection(true);
			}
		};
		page.setTitle(Messages.NewExperimentProjectWizard_title);
		page.setDescription(Messages.NewExperimentProjectWizard_description);
		page.setInitialProjectName(Messages.NewExperimentProjectWizard_name);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IProject project = page.getProjectHandle();
		boolean wanted = examples.getSelection();
		var description = project.getWorkspace().newProjectDescription(project.getName());
		description.setLocationURI(page.useDefaults() ? null : page.getLocationURI());
		List<IFile> files = new ArrayList<>();
		try {
			getContainer().run(true, true, WorkspaceModifyOperationOf.of(monitor -> {
				SubMonitor progress = SubMonitor.convert(monitor, 3);
				project.create(description, progress.split(1));
				Examples.createProject(project, progress.split(1));
				if (wanted) {
					try {
						for (Examples.Example example : Examples.all()) {
							files.add(Examples.write(example, project, null));
						}
					} catch (IOException e) {
						throw Examples.unreadable(e);
					}
				}
			}));
		} catch (InvocationTargetException e) {
			page.setErrorMessage(e.getCause().getMessage());
			return false;
		} catch (InterruptedException e) {
			return false;
		}
		BasicNewProjectResourceWizard.updatePerspective(element);
		show(project, files);
		return true;
	}

	private void show(IProject project, List<IFile> files) {
		BasicNewResourceWizard.selectAndReveal(project, workbench.getActiveWorkbenchWindow());
		if (!files.isEmpty()) {
			try {
				IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), files.get(0));
			} catch (PartInitException e) {
				page.setErrorMessage(e.getMessage());
			}
		}
	}

	/** A change of the workspace as a lambda. */
	private interface WorkspaceModifyOperationOf {
		void run(org.eclipse.core.runtime.IProgressMonitor monitor) throws CoreException;

		static WorkspaceModifyOperation of(WorkspaceModifyOperationOf change) {
			return new WorkspaceModifyOperation() {
				@Override
				protected void execute(org.eclipse.core.runtime.IProgressMonitor monitor) throws CoreException {
					change.run(monitor);
				}
			};
		}
	}
}
