/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Constraints on architectures: a small expression language over the features of a search space.
 */
package org.trainless.search.constraint;
