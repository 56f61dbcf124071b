/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/**
 * Puts pictures on the clipboard.
 *
 * @since 0.1
 */
public final class ClipboardPicture {
	private ClipboardPicture() {
	}

	/**
	 * @param display whose clipboard
	 * @param png     makes the picture, a PNG file; called in a job
	 */
	public static void copy(Display display, Supplier<byte[]> png) {
		Job.create(Messages.ClipboardPicture_copying, monitor -> {
			ImageData image = new ImageData(new ByteArrayInputStream(png.get()));
			display.asyncExec(() -> {
				Clipboard clipboard = new Clipboard(display);
				clipboard.setContents(new Object[] { image }, new Transfer[] { ImageTransfer.getInstance() });
				clipboard.dispose();
			});
			return Status.OK_STATUS;
		}).schedule();
	}
}
