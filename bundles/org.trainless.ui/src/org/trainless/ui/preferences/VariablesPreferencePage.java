/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.preferences;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;

/** Data paths by the names that experiment files write as <code>${NAME}</code>. */
public final class VariablesPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	/** Names that the examples use; there from the start, so that nobody has to guess them. */
	private static final String[] KNOWN = { "CIFAR10", "NATS_TSS", "NATS_TSS_CSV" }; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private final Map<String, Text> fields = new LinkedHashMap<>();
	private Composite rows;

	/** Called by the workbench. */
	public VariablesPreferencePage() {
		setDescription(Messages.VariablesPreferencePage_description);
		noDefaultButton();
	}

	@Override
	public void init(IWorkbench workbench) {
		// nothing to take from it
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "org.trainless.ui.dataPaths"); //$NON-NLS-1$
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setLayout(new GridLayout());
		rows = new Composite(page, SWT.NONE);
		rows.setLayout(new GridLayout(4, false));
		rows.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		Map<String, String> set = Preferences.variables();
		for (String name : KNOWN) {
			row(name, set.getOrDefault(name, "")); //$NON-NLS-1$
		}
		set.forEach((name, value) -> {
			if (!fields.containsKey(name)) {
				row(name, value);
			}
		});
		Button add = new Button(page, SWT.PUSH);
		add.setText(Messages.VariablesPreferencePage_add);
		add.addListener(SWT.Selection, e -> addName());
		return page;
	}

	private void row(String name, String value) {
		Label label = new Label(rows, SWT.NONE);
		label.setText(name);
		Text field = new Text(rows, SWT.BORDER);
		field.setText(value);
		String inherited = System.getenv(name);
		field.setMessage(inherited == null ? Messages.VariablesPreferencePage_unset
				: NLS.bind(Messages.VariablesPreferencePage_inherited, inherited));
		field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		field.setData("org.trainless.id", "variable." + name); //$NON-NLS-1$ //$NON-NLS-2$
		Button folder = new Button(rows, SWT.PUSH);
		folder.setText(Messages.VariablesPreferencePage_folder);
		folder.addListener(SWT.Selection, e -> {
			DirectoryDialog dialog = new DirectoryDialog(getShell());
			dialog.setFilterPath(field.getText());
			set(field, dialog.open());
		});
		Button file = new Button(rows, SWT.PUSH);
		file.setText(Messages.VariablesPreferencePage_file);
		file.addListener(SWT.Selection, e -> {
			FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
			dialog.setFileName(field.getText());
			set(field, dialog.open());
		});
		fields.put(name, field);
	}

	private static void set(Text field, String chosen) {
		if (chosen != null) {
			field.setText(chosen);
		}
	}

	private void addName() {
		IInputValidator names = text -> {
			if (!text.matches("[A-Za-z_][A-Za-z0-9_]*")) { //$NON-NLS-1$
				return Messages.VariablesPreferencePage_badName;
			}
			return fields.containsKey(text) ? Messages.VariablesPreferencePage_known : null;
		};
		InputDialog dialog = new InputDialog(getShell(), Messages.VariablesPreferencePage_addTitle,
				Messages.VariablesPreferencePage_addMessage, "", names); //$NON-NLS-1$
		if (dialog.open() == Window.OK) {
			row(dialog.getValue(), ""); //$NON-NLS-1$
			rows.getParent().layout(true, true);
		}
	}

	@Override
	public boolean performOk() {
		Map<String, String> set = new LinkedHashMap<>();
		fields.forEach((name, field) -> {
			if (!field.getText().isBlank()) {
				set.put(name, field.getText().strip());
			}
		});
		try {
			Preferences.setVariables(set);
			return true;
		} catch (BackingStoreException e) {
			setErrorMessage(NLS.bind(Messages.VariablesPreferencePage_notKept, e.getMessage()));
			return false;
		}
	}
}
