/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The runs that are looked at, each as an immutable picture that grows while the run goes on. */
package org.trainless.ui.runs;
