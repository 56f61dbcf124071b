/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Image data for minibatches.
 *
 * @since 0.1
 */
package org.trainless.api.dataset;
