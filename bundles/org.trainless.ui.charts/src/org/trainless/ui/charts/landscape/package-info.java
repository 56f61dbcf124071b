/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The landscape: scores of architectures against their true accuracies. */
package org.trainless.ui.charts.landscape;
