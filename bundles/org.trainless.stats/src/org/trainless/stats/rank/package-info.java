/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Agreement of rankings.
 */
package org.trainless.stats.rank;
