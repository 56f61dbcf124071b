/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Colours of plots and tables in the light, the dark and the high-contrast theme. */
package org.trainless.ui.theme;
