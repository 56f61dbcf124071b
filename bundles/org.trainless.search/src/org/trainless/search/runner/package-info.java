/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Drives one search: asks its strategy, evaluates, tells, logs, and takes a search up again from its log.
 */
package org.trainless.search.runner;
