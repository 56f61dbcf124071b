/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The list of runs. */
package org.trainless.ui.runs.view;
