/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Scores architectures by proxies: shares passes between them, seeds the weights, keeps the time.
 */
package org.trainless.engine;
