/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The experiment file: what it may hold, how it is read and checked, and the one text that stands for what it says.
 * <p>
 * Text is the single model. {@link org.trainless.experiment.ExperimentReader} turns it into an
 * {@link org.trainless.experiment.Experiment}, with every default and variable resolved, or into problems that name
 * their place. {@link org.trainless.experiment.CanonicalForm} turns an experiment back into text.
 */
package org.trainless.experiment;
