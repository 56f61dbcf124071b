/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The anytime curve. */
package org.trainless.ui.charts.anytime;
