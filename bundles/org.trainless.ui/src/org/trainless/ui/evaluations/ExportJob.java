/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.trainless.ui.evaluations.model.EvaluationTable;

/** Writes a table into a file, which is whole or not there. */
final class ExportJob extends Job {
	private final EvaluationTable table;
	private final RowWriter writer;
	private final Path file;
	private final Consumer<String> told;

	ExportJob(EvaluationTable table, RowWriter writer, Path file, Consumer<String> told) {
		super(Messages.EvaluationActions_exporting);
		this.table = table;
		this.writer = writer;
		this.file = file.toAbsolutePath();
		this.told = told;
		setUser(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Path part = file.resolveSibling(file.getFileName() + ".part"); //$NON-NLS-1$
		try {
			boolean whole;
			try (BufferedWriter to = Files.newBufferedWriter(part)) {
				whole = writer.write(table, table.size(), i -> i, to, monitor::isCanceled);
			}
			if (!whole) {
				Files.deleteIfExists(part);
				told.accept(NLS.bind(Messages.EvaluationActions_exportCancelled, file));
				return Status.CANCEL_STATUS;
			}
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
			told.accept(NLS.bind(Messages.EvaluationActions_exported, table.size(), file));
			return Status.OK_STATUS;
		} catch (IOException e) {
			// told in the view, where the person is
			told.accept(NLS.bind(Messages.EvaluationActions_exportFailed, file, e));
			return Status.info(e.toString());
		}
	}
}
