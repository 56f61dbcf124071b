/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Tables of architectures in CSV files: true accuracies and published scores.
 */
package org.trainless.data.table;
