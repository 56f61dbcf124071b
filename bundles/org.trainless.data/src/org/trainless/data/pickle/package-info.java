/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads Python pickles as data. Files are untrusted: no class of a file's choosing is created, and what a file can make
 * the program allocate is bounded.
 */
package org.trainless.data.pickle;
