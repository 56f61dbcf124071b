/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IEditorAssociationOverride;

/** Opens experiment files in their editor even where another plug-in claims all YAML files. */
public final class ExperimentFileAssociation implements IEditorAssociationOverride {
	private static final String EDITOR = "org.trainless.ui.experimentEditor"; //$NON-NLS-1$
	private static final String SUFFIX = ".nas.yaml"; //$NON-NLS-1$

	private static IEditorDescriptor own(String name, IEditorDescriptor other) {
		if (name == null || !name.endsWith(SUFFIX)) {
			return other;
		}
		IEditorDescriptor own = PlatformUI.getWorkbench().getEditorRegistry().findEditor(EDITOR);
		return own == null ? other : own;
	}

	@Override
	public IEditorDescriptor overrideDefaultEditor(String name, IContentType type, IEditorDescriptor other) {
		return own(name, other);
	}

	@Override
	public IEditorDescriptor overrideDefaultEditor(IEditorInput input, IContentType type, IEditorDescriptor other) {
		return own(input.getName(), other);
	}

	@Override
	public IEditorDescriptor[] overrideEditors(String name, IContentType type, IEditorDescriptor[] others) {
		return others;
	}

	@Override
	public IEditorDescriptor[] overrideEditors(IEditorInput input, IContentType type, IEditorDescriptor[] others) {
		return others;
	}
}
