/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** A command that writes a file: the one that its parameter names, else the one that a person chooses. */
abstract class FileCommand extends AbstractHandler {
	/** Parameter of the command: path of the file. */
	static final String FILE = "org.trainless.ui.file"; //$NON-NLS-1$

	/** @return the file; empty when the person has changed their mind */
	static Optional<Path> file(ExecutionEvent event, String name, String... endings) {
		String named = event.getParameter(FILE);
		if (named == null) {
			FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
			String[] filters = new String[endings.length];
			for (int i = 0; i < endings.length; i++) {
				filters[i] = "*." + endings[i]; //$NON-NLS-1$
			}
			dialog.setFilterExtensions(filters);
			dialog.setFileName(name + '.' + endings[0]);
			dialog.setOverwrite(true);
			named = dialog.open();
		}
		return Optional.ofNullable(named).map(Path::of);
	}
}
