/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Evaluations in a process of their own: a crash of native code costs a cell, not the run.
 */
package org.trainless.core.worker;
