/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Tables of true accuracies.
 *
 * @since 0.1
 */
package org.trainless.api.benchmark;
