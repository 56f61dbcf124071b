/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The built-in zero-cost proxies.
 */
package org.trainless.proxies;
