/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Starts and stops runs. */
package org.trainless.ui.launch;
