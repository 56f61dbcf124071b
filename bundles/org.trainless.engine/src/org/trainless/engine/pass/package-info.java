/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Runs networks under the conditions of a pass and reports to observers what they asked to see.
 */
package org.trainless.engine.pass;
