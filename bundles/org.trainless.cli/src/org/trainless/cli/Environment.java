/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

/**
 * What every command is given.
 *
 * @param services     of the core
 * @param terminal     where to speak
 * @param interruption whether the user wants to stop
 * @param workers      processes that make evaluations
 */
record Environment(Services services, Terminal terminal, Interruption interruption, InstalledWorkers workers) {
}
