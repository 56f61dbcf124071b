/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Experiment files in the workspace: nature, builder, markers.
 */
package org.trainless.core.resources;
