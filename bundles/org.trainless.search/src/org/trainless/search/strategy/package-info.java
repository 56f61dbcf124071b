/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The built-in strategies. Each is made by its factory, which {@code plugin.xml} names.
 */
package org.trainless.search.strategy;
