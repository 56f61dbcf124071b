/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Scores of many architectures against their true accuracies. */
package org.trainless.stats.landscape;
