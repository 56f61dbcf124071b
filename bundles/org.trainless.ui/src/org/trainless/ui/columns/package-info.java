/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** How tables stand: widths, order, visibility and sort of columns, kept over a restart. */
package org.trainless.ui.columns;
