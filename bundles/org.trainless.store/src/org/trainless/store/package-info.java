/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Runs on disk: the run directory with its lock, the append-only log of trials, and the files of a finished run.
 */
package org.trainless.store;
