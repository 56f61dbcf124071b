/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Features of many architectures, and the groups that plots make by them. */
package org.trainless.ui.charts.feature;
