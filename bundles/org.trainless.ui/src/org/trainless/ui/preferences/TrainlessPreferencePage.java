/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.preferences;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.trainless.core.score.StoreLocation;

/** How runs are made. */
public final class TrainlessPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
	private static final int MOST_JOBS = 1024;

	/** Called by the workbench. */
	public TrainlessPreferencePage() {
		super(GRID);
		setPreferenceStore(Preferences.store());
		setDescription(Messages.TrainlessPreferencePage_description);
	}

	@Override
	public void init(IWorkbench workbench) {
		// nothing to take from it
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "org.trainless.ui.preferences"); //$NON-NLS-1$
	}

	@Override
	protected void createFieldEditors() {
		IntegerFieldEditor jobs = new IntegerFieldEditor(Preferences.JOBS, Messages.TrainlessPreferencePage_jobs,
				getFieldEditorParent());
		jobs.setValidRange(0, MOST_JOBS);
		addField(jobs);
		addField(new BooleanFieldEditor(Preferences.CHILD_PROCESS, Messages.TrainlessPreferencePage_child,
				getFieldEditorParent()));
		addField(new StringFieldEditor(StoreLocation.PREFERENCE, Messages.TrainlessPreferencePage_store,
				getFieldEditorParent()) {
			@Override
			public void setPreferenceStore(IPreferenceStore store) {
				super.setPreferenceStore(store == null ? null : Preferences.coreStore());
			}
		});
	}
}
