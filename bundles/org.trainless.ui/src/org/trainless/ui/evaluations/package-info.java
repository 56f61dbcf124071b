/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The table of all evaluations of the open runs. */
package org.trainless.ui.evaluations;
