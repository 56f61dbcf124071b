/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The command line: one class for each command, and how they speak to a terminal.
 */
package org.trainless.cli;
