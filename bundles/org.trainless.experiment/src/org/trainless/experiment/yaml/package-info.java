/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The subset of YAML that files are written in, as trees that know the place of each of their parts in the text.
 */
package org.trainless.experiment.yaml;
