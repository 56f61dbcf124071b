/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.util.List;

import net.razorvine.pickle.PickleException;

/**
 * A NumPy array as it stands in a pickle: type, shape and where the numbers are.
 *
 * @param type         of the numbers
 * @param shape        length of each axis
 * @param fortranOrder true when the first axis varies fastest
 * @param data         the numbers
 */
public record NumpyArray(NumpyType type, List<Long> shape, boolean fortranOrder, PickledBytes data) {
	public NumpyArray {
		shape = List.copyOf(shape);
		long length = type.bytes();
		for (long axis : shape) {
			if (axis < 0) {
				throw new PickleException("a NumPy array of shape " + shape);
			}
			try {
				length = Math.multiplyExact(length, axis);
			} catch (ArithmeticException e) {
				throw new PickleException("a NumPy array of shape " + shape, e);
			}
		}
		if (length != data.length()) {
			throw new PickleException(
					"a NumPy array of shape " + shape + " has " + data.length() + " bytes of data, not " + length);
		}
	}
}
