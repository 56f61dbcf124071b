/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Runs in one table: mean and deviation over seeds. */
package org.trainless.stats.summary;
