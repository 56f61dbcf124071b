/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Changes of a file that touch only the characters of what they change: what a form makes of an input.
 */
package org.trainless.experiment.edit;
