/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** How the window is laid out. */
package org.trainless.ui.perspective;
