/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What is wrong, where, and what to do: the one form in which every reader and check reports.
 *
 * @since 0.1
 */
package org.trainless.api.problem;
