/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.workspace;

import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks for a workspace. */
final class WorkspaceDialog extends TitleAreaDialog {
	private final String suggested;
	private final List<String> recent;
	private final String refusal;
	private Combo field;
	private Button always;
	private String path;
	private boolean remember;

	WorkspaceDialog(Shell parent, String suggested, List<String> recent, String refusal) {
		super(parent);
		this.suggested = suggested;
		this.recent = recent;
		this.refusal = refusal;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.WorkspaceDialog_window);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(Messages.WorkspaceDialog_title);
		setMessage(Messages.WorkspaceDialog_message);
		if (refusal != null) {
			setErrorMessage(refusal);
		}
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = convertHorizontalDLUsToPixels(IDialogConstants.HORIZONTAL_MARGIN);
		layout.marginHeight = convertVerticalDLUsToPixels(IDialogConstants.VERTICAL_MARGIN);
		area.setLayout(layout);
		Label label = new Label(area, SWT.NONE);
		label.setText(Messages.WorkspaceDialog_folder);
		field = new Combo(area, SWT.BORDER | SWT.DROP_DOWN);
		recent.forEach(field::add);
		field.setText(suggested);
		GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
		wide.widthHint = convertWidthInCharsToPixels(60);
		field.setLayoutData(wide);
		field.addListener(SWT.Modify, e -> getButton(OK).setEnabled(!field.getText().isBlank()));
		Button browse = new Button(area, SWT.PUSH);
		browse.setText(Messages.WorkspaceDialog_browse);
		browse.addListener(SWT.Selection, e -> {
			DirectoryDialog dialog = new DirectoryDialog(getShell());
			dialog.setFilterPath(field.getText());
			String chosen = dialog.open();
			if (chosen != null) {
				field.setText(chosen);
			}
		});
		always = new Button(area, SWT.CHECK);
		always.setText(Messages.WorkspaceDialog_always);
		always.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 3, 1));
		return area;
	}

	@Override
	protected void okPressed() {
		path = field.getText().strip();
		remember = always.getSelection();
		super.okPressed();
	}

	String path() {
		return path;
	}

	boolean remember() {
		return remember;
	}
}
