/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Saves the picture of the active view. */
public final class SavePictureHandler extends FileCommand {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof PictureSource source) {
			file(event, source.pictureName(), "svg", "png").ifPresent(source::savePicture); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return null;
	}
}
