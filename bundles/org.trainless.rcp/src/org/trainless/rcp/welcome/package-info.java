/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The first page that somebody sees. */
package org.trainless.rcp.welcome;
