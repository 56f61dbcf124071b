/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The examples that come with the product. */
package org.trainless.ui.examples;
