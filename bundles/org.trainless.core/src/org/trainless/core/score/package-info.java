/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Scores of many architectures, and how they agree with benchmarks. Free of Eclipse.
 */
package org.trainless.core.score;
