/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** How scores are spread. */
package org.trainless.stats.histogram;
