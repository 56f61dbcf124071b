/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Experiment files, read by what is installed.
 */
package org.trainless.core.experiment;
