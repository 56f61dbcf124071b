/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Figures in the window: shown, zoomed, brushed, copied and saved. */
package org.trainless.ui.charts.figure;
