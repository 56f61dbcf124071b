/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Tests of differences between searches.
 */
package org.trainless.stats.compare;
