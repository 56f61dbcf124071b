/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The one engine of the process, found in the installation.
 */
package org.trainless.core.engine;
