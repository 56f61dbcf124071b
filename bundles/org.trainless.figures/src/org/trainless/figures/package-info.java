/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Figures as data, and the one writer that makes pictures of them, without a window. */
package org.trainless.figures;
