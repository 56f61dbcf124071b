/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * What a convolution of the flow multiplies: a row of pixels for each input, both images of a plane one after the
 * other. Rows may overlap: the neighbours of all pixels in one direction are the same pixels, begun somewhere else.
 *
 * @param values where the rows lie; readable for {@link FlowProducts#PIXELS} numbers behind the last one
 * @param at     where the row of each input begins
 * @param second from where the first image begins in a row to where the second one does
 */
record FlowRows(double[] values, int[] at, int second) {
}
