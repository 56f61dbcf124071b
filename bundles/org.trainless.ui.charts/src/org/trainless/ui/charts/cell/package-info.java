/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** One cell: its graph, and all that is known of it. */
package org.trainless.ui.charts.cell;
