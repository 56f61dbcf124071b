/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures.drawing;

import java.util.List;

/**
 * What is drawn, from the ground up: a window paints it and a file holds it, both alike. Lengths are in points.
 *
 * @param width  its width
 * @param height its height
 * @param ground colour of the ground, 0xRRGGBB
 * @param marks  what stands on it, the lowest first
 */
public record Drawing(double width, double height, int ground, List<Mark> marks) {
	public Drawing {
		marks = List.copyOf(marks);
	}
}
