/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What lies on disk: the store of scores, and runs with their lock, their append-only log of trials and the files of a
 * finished run.
 */
package org.trainless.store;
