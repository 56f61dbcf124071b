/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Mends what the Problems view lists. */
package org.trainless.ui.problems;
