/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Switches to the theme that its parameter names, or to the next one; the choice lasts. */
public final class SwitchThemeHandler extends AbstractHandler implements IElementUpdater {
	private static final String COMMAND = "org.trainless.ui.switchTheme"; //$NON-NLS-1$
	private static final String PARAMETER = "org.trainless.ui.theme"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) {
		List<String> all = Themes.all();
		String wanted = event.getParameter(PARAMETER);
		String next = wanted == null ? all.get((all.indexOf(Themes.active()) + 1) % all.size()) : wanted;
		PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(next, true);
		PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
		return null;
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		element.setChecked(Themes.active().equals(parameters.get(PARAMETER)));
	}
}
