/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Runs of experiments: prepared, made, resumed, written down. Free of Eclipse.
 */
package org.trainless.core.run;
