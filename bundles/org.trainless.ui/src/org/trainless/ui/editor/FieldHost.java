/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.List;
import java.util.function.Consumer;

import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.form.FormEdits;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.api.problem.ProblemException;

/** What the fields of a form need of the form. */
interface FieldHost {
	/** A change that may be refused. */
	interface Change {
		TextEdit make(FormEdits edits) throws ProblemException;
	}

	/**
	 * Makes a change in the text.
	 *
	 * @param change  makes the edit for the text as it is
	 * @param refusal gets why it cannot be made here
	 */
	void change(Change change, Consumer<String> refusal);

	/** Says for the whole form why a change cannot be made. */
	void refuse(String why);

	/** Puts into the text what was entered a moment ago. */
	void commitPending();

	/** A field has an input that is not in the text yet; it is committed a moment later, or when the page is left. */
	void pending(Runnable commit);

	/** The input is in the text now, or has been given up. */
	void settled(Runnable commit);

	/** @return does what takes long, so that the window answers in between */
	Steps steps();

	/** Lays the form out anew: something has become larger or smaller. */
	void reflow();

	/** @return paths of the groups that a person has opened */
	List<NodePath> expanded();

	/** @return id of the search space that the text names; empty when it names none */
	String space();

	/** @return counts cells for constraints */
	ExperimentText text();
}
