/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The file format for other editors.
 */
package org.trainless.experiment.schema;
