/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

/**
 * Writes a file, which is whole or not there, and has the view tell how that ended: a message stands where the person
 * is.
 *
 * @since 0.1
 */
public final class FileJob extends Job {
	/** Bytes of a file. */
	@FunctionalInterface
	public interface Content {
		/**
		 * @param out       where they go
		 * @param cancelled asked now and then
		 * @return false when it was cancelled before the end
		 * @throws IOException when they cannot be written
		 */
		boolean write(OutputStream out, BooleanSupplier cancelled) throws IOException;
	}

	/** Rows of a table. */
	@FunctionalInterface
	public interface Rows {
		/**
		 * @param printer where they go, the names of the columns first
		 * @throws IOException when they cannot be written
		 */
		void print(CSVPrinter printer) throws IOException;
	}

	private final Path file;
	private final Content content;
	private final Consumer<String> told;
	private final Display display;

	/**
	 * @param file    where to
	 * @param content what
	 * @param told    tells a person, in the UI thread; called once
	 */
	public FileJob(Path file, Content content, Consumer<String> told) {
		super(NLS.bind(Messages.FileJob_name, file.getFileName()));
		this.file = file.toAbsolutePath();
		this.content = content;
		this.told = told;
		display = Display.getCurrent();
		setUser(true);
	}

	/**
	 * @param rows rows of a table
	 * @return them as CSV: commas, as RFC 4180 has it
	 */
	public static Content csv(Rows rows) {
		return (out, cancelled) -> {
			CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8),
					CSVFormat.RFC4180.builder().setRecordSeparator('\n').build());
			rows.print(printer);
			printer.flush();
			return true;
		};
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Path part = file.resolveSibling(file.getFileName() + ".part"); //$NON-NLS-1$
		try {
			boolean whole;
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
				whole = content.write(out, monitor::isCanceled);
			}
			if (!whole) {
				Files.deleteIfExists(part);
				tell(NLS.bind(Messages.FileJob_cancelled, file));
				return Status.CANCEL_STATUS;
			}
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
			tell(NLS.bind(Messages.FileJob_saved, file));
			return Status.OK_STATUS;
		} catch (IOException e) {
			tell(NLS.bind(Messages.FileJob_failed, file, e));
			return Status.info(e.toString());
		}
	}

	private void tell(String what) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> told.accept(what));
		}
	}
}
