/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * An experiment as a form: its fields, made of what is declared, and the text edits that an input means. Knows nothing
 * of widgets.
 */
package org.trainless.experiment.form;
