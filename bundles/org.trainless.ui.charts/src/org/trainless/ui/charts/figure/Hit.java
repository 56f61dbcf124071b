/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

/**
 * A point, a bar or a step of a layer.
 *
 * @param layer    number of the layer in its figure
 * @param index    number of it in its layer
 * @param distance pixels from where it was asked for
 */
record Hit(int layer, int index, double distance) {

}
