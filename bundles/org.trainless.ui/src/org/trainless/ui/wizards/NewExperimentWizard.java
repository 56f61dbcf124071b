/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Makes an experiment file that runs as it is. */
public final class NewExperimentWizard extends Wizard implements INewWizard {
	private static final String SUFFIX = ".nas.yaml"; //$NON-NLS-1$
	private static final String TEXT = """
			format: 1
			name: %s
			question: Does regularized evolution find cells with a higher score than random sampling?
			space: nats-tss
			dataset: { id: dead-leaves, batch: 64 }
			seeds: { first: 1, count: 3 }
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 50 }
			    proxy: naswot
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 10, sample: 3, evaluations: 50 }
			    proxy: naswot
			"""; //$NON-NLS-1$

	private IWorkbench workbench;
	private IStructuredSelection selection;
	private WizardNewFileCreationPage page;

	@Override
	public void init(IWorkbench bench, IStructuredSelection selected) {
		this.workbench = bench;
		this.selection = selected;
		setWindowTitle(Messages.NewExperimentWizard_title);
	}

	@Override
	public void addPages() {
		page = new WizardNewFileCreationPage("experiment", selection) { //$NON-NLS-1$
			@Override
			public void createControl(Composite parent) {
				super.createControl(parent);
				PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "org.trainless.ui.newExperiment"); //$NON-NLS-1$
			}

			@Override
			protected InputStream getInitialContents() {
				String name = getFileName().replace(SUFFIX, ""); //$NON-NLS-1$
				return new ByteArrayInputStream(
						TEXT.formatted('"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"') //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
								.getBytes(StandardCharsets.UTF_8));
			}

			@Override
			protected String getNewFileLabel() {
				return Messages.NewExperimentWizard_file;
			}

			@Override
			protected boolean validatePage() {
				if (!super.validatePage()) {
					return false;
				}
				if (!getFileName().endsWith(SUFFIX)) {
					setErrorMessage(NLS.bind(Messages.NewExperimentWizard_suffix, SUFFIX));
					return false;
				}
				return true;
			}
		};
		page.setTitle(Messages.NewExperimentWizard_title);
		page.setDescription(Messages.NewExperimentWizard_description);
		page.setFileName("experiment" + SUFFIX); //$NON-NLS-1$
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IFile file = page.createNewFile();
		if (file == null) {
			return false;
		}
		BasicNewResourceWizard.selectAndReveal(file, workbench.getActiveWorkbenchWindow());
		try {
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
		} catch (PartInitException e) {
			page.setErrorMessage(e.getMessage());
		}
		return true;
	}
}
