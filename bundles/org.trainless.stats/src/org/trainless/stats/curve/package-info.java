/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** How good the incumbent is as a search goes on. */
package org.trainless.stats.curve;
