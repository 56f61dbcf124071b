/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.selection;

import java.util.List;
import java.util.Objects;

import org.eclipse.jface.viewers.ISelection;

/**
 * Architectures that are selected, in whatever view. Published through the workbench's selection service; tables, plots
 * and the cell view listen to it.
 *
 * @param space         id of their search space
 * @param architectures texts of the architectures, each once, the one that matters most first
 * @since 0.1
 */
public record ArchitectureSelection(String space, List<String> architectures) implements ISelection {
	public ArchitectureSelection {
		Objects.requireNonNull(space);
		architectures = architectures.stream().distinct().toList();
	}

	@Override
	public boolean isEmpty() {
		return architectures.isEmpty();
	}
}
