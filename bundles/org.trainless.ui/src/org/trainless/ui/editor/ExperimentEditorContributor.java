/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.editors.text.TextEditorActionContributor;
import org.eclipse.ui.ide.IDEActionFactory;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/**
 * The menus of the window for the page that is shown. Undo and redo are those of the text on both pages; the form
 * leaves the clipboard to its fields.
 */
public final class ExperimentEditorContributor extends MultiPageEditorActionBarContributor {
	private static final String[] EVERYWHERE = { ITextEditorActionConstants.UNDO, ITextEditorActionConstants.REDO,
			ITextEditorActionConstants.REVERT };
	private static final String[] SOURCE_ONLY = { ITextEditorActionConstants.CUT, ITextEditorActionConstants.COPY,
			ITextEditorActionConstants.PASTE, ITextEditorActionConstants.DELETE, ITextEditorActionConstants.SELECT_ALL,
			ITextEditorActionConstants.FIND, ITextEditorActionConstants.PRINT, ITextEditorActionConstants.GOTO_LINE };

	private final TextEditorActionContributor sourceActions = new TextEditorActionContributor();
	private ExperimentEditor editor;

	@Override
	public void init(IActionBars bars, org.eclipse.ui.IWorkbenchPage page) {
		super.init(bars, page);
		sourceActions.init(bars, page);
	}

	@Override
	public void setActiveEditor(IEditorPart part) {
		editor = part instanceof ExperimentEditor experiment ? experiment : null;
		super.setActiveEditor(part);
	}

	@Override
	public void setActivePage(IEditorPart page) {
		IActionBars bars = getActionBars();
		ITextEditor source = editor == null ? null : editor.sourceIfMade().orElse(null);
		boolean shown = page instanceof ITextEditor;
		sourceActions.setActiveEditor(shown ? page : null);
		for (String id : EVERYWHERE) {
			bars.setGlobalActionHandler(id, source == null ? null : source.getAction(id));
		}
		for (String id : SOURCE_ONLY) {
			bars.setGlobalActionHandler(id, shown ? source.getAction(id) : null);
		}
		bars.setGlobalActionHandler(IDEActionFactory.BOOKMARK.getId(), null);
		bars.setGlobalActionHandler(ActionFactory.PROPERTIES.getId(), null);
		bars.updateActionBars();
	}

	@Override
	public void dispose() {
		sourceActions.dispose();
		super.dispose();
	}
}
