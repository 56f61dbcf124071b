/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** What the views tell each other of what is selected. */
package org.trainless.ui.selection;
