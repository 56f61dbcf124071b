/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Writers of results, contributed as exporters.
 */
package org.trainless.stats.report;
