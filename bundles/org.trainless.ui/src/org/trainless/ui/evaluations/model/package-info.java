/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The rows of the evaluations table: filtered, sorted and growing, free of the window. */
package org.trainless.ui.evaluations.model;
