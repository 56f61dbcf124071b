/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

/** A part of a constraint: what holds or does not, or what is a number. A flag is both. */
public sealed interface Expression permits Condition, Quantity {
}
