/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.columns;

import java.util.Objects;

/**
 * One column to sort by.
 *
 * @param column    its id
 * @param ascending whether small values come first
 */
public record SortKey(String column, boolean ascending) {
	public SortKey {
		Objects.requireNonNull(column);
	}
}
