/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Scores of architectures by proxies under one seed: shared passes, shared scores, and what becomes of failures.
 * Internal to this bundle. Free of Eclipse.
 */
package org.trainless.core.scoring;
