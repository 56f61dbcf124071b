/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.List;

import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.assist.Folding;
import org.trainless.experiment.assist.OutlineItem;
import org.trainless.experiment.form.FormModel;

/**
 * All that was made of a text in the background, at one moment. Immutable.
 *
 * @param text    the text
 * @param result  what it means and what is wrong
 * @param form    its fields
 * @param outline its parts
 * @param folds   what can be folded
 */
record Snapshot(String text, ExperimentResult result, FormModel form, List<OutlineItem> outline,
		List<Folding.Range> folds) {
}
