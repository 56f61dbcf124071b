/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Exports the numbers of the active view. */
public final class ExportTableHandler extends FileCommand {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof TableSource source) {
			file(event, source.tableName(), "csv").ifPresent(source::exportTable); //$NON-NLS-1$
		}
		return null;
	}
}
