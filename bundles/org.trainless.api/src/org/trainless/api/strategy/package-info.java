/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Search strategies: they propose architectures and learn from what is told of them.
 *
 * @since 0.1
 */
package org.trainless.api.strategy;
