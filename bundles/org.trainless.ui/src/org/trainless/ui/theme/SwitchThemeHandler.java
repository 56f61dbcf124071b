/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;

/** Switches between the light and the dark theme; the choice lasts. */
public final class SwitchThemeHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		boolean dark = engine.getActiveTheme() != null && engine.getActiveTheme().getId().startsWith(Themes.DARK);
		engine.setTheme(dark ? Themes.LIGHT : Themes.DARK, true);
		return null;
	}
}
