/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Drawings of lines, shapes and words, and their pictures. Needs no display. */
package org.trainless.figures.drawing;
