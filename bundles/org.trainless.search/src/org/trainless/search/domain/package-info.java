/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What a search may visit: a whole space, or what a constraint leaves of it.
 */
package org.trainless.search.domain;
