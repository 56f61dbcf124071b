/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Help while an experiment is written: what may stand at a place, what it means, how to mend what is wrong, and how the
 * text is built. Everything follows from the declarations of the format and of what is installed.
 */
package org.trainless.experiment.assist;
