/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import org.trainless.api.run.Trial;
import org.trainless.api.space.Task;

/**
 * One trial of an open run.
 *
 * @param run      name of the run
 * @param task     what the run's networks are for
 * @param trial    the trial
 * @param features values of the architecture's features, in the order of the columns that show them; NaN where its
 *                 space has no such feature. Shared by all trials of the architecture; not to be changed
 */
public record EvaluationRow(String run, Task task, Trial trial, double[] features) {
}
