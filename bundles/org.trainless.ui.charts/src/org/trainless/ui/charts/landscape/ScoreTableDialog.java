/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.landscape;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Asks which table, and which benchmark. Whether they can be read is seen when they are read. */
final class ScoreTableDialog extends TitleAreaDialog {
	private static final String ID = "org.trainless.id"; //$NON-NLS-1$

	private final List<String> spaces;
	private final List<String> benchmarks;
	private Text file;
	private Combo space;
	private Combo benchmark;
	private OpenedTable chosen;

	/**
	 * @param shell      parent
	 * @param spaces     ids of search spaces, at least one
	 * @param benchmarks what was named before, the latest first
	 */
	ScoreTableDialog(Shell shell, List<String> spaces, List<String> benchmarks) {
		super(shell);
		this.spaces = List.copyOf(spaces);
		this.benchmarks = List.copyOf(benchmarks);
		setHelpAvailable(false);
	}

	/**
	 * @return what was chosen; null when cancelled
	 */
	OpenedTable chosen() {
		return chosen;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.ScoreTableDialog_title);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(Messages.ScoreTableDialog_title);
		setMessage(Messages.ScoreTableDialog_message);
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.trainless.ui.charts.landscape"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = convertHorizontalDLUsToPixels(IDialogConstants.HORIZONTAL_MARGIN);
		layout.marginHeight = convertVerticalDLUsToPixels(IDialogConstants.VERTICAL_MARGIN);
		area.setLayout(layout);
		new Label(area, SWT.NONE).setText(Messages.ScoreTableDialog_file);
		file = new Text(area, SWT.BORDER);
		file.setData(ID, "scoreTable.file"); //$NON-NLS-1$
		file.addListener(SWT.Modify, e -> check());
		GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT)
				.applyTo(file);
		Button browse = new Button(area, SWT.PUSH);
		browse.setText(Messages.ScoreTableDialog_browse);
		browse.addListener(SWT.Selection, e -> browse());
		new Label(area, SWT.NONE).setText(Messages.ScoreTableDialog_space);
		space = new Combo(area, SWT.READ_ONLY);
		space.setItems(spaces.toArray(String[]::new));
		space.select(0);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(space);
		new Label(area, SWT.NONE).setText(Messages.ScoreTableDialog_benchmark);
		benchmark = new Combo(area, SWT.DROP_DOWN);
		benchmark.setData(ID, "scoreTable.benchmark"); //$NON-NLS-1$
		benchmark.setItems(benchmarks.toArray(String[]::new));
		if (!benchmarks.isEmpty()) {
			benchmark.select(0);
		}
		benchmark.addListener(SWT.Modify, e -> check());
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(benchmark);
		Label example = new Label(area, SWT.WRAP);
		example.setText(Messages.ScoreTableDialog_example);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(example);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		getButton(IDialogConstants.OK_ID).setData(ID, "scoreTable.ok"); //$NON-NLS-1$
		check();
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setFilterExtensions(new String[] { "*.csv", "*.*" }); //$NON-NLS-1$ //$NON-NLS-2$
		String path = dialog.open();
		if (path != null) {
			file.setText(path);
		}
	}

	private void check() {
		String problem = file.getText().isBlank() ? Messages.ScoreTableDialog_noFile
				: benchmark.getText().isBlank() ? Messages.ScoreTableDialog_noBenchmark : null;
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null) {
			ok.setEnabled(problem == null);
		}
		setMessage(problem == null ? Messages.ScoreTableDialog_message : problem);
	}

	@Override
	protected void okPressed() {
		chosen = new OpenedTable(Path.of(file.getText().strip()), space.getText(), benchmark.getText().strip());
		super.okPressed();
	}
}
