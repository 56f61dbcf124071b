/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Wizards for projects and experiments. */
package org.trainless.ui.wizards;
