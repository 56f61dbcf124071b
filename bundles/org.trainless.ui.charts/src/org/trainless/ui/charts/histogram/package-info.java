/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The histogram of scores. */
package org.trainless.ui.charts.histogram;
