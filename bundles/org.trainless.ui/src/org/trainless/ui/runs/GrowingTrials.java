/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

import org.trainless.api.run.Trial;

/**
 * Trials that are added at the end and never changed, with snapshots that share what is there: a picture of a run with
 * a million trials costs nothing. One thread adds; snapshots may be read by any thread that got them safely.
 */
final class GrowingTrials {
	private Trial[] array = new Trial[256];
	private int size;

	void add(List<Trial> trials) {
		if (size + trials.size() > array.length) {
			array = Arrays.copyOf(array, Math.max(size + trials.size(), array.length * 2));
		}
		for (Trial trial : trials) {
			array[size++] = trial;
		}
	}

	List<Trial> snapshot() {
		return new Snapshot(array, size);
	}

	private static final class Snapshot extends AbstractList<Trial> implements RandomAccess {
		private final Trial[] array;
		private final int size;

		Snapshot(Trial[] array, int size) {
			this.array = array;
			this.size = size;
		}

		@Override
		public Trial get(int index) {
			if (index >= size) {
				throw new IndexOutOfBoundsException(index);
			}
			return array[index];
		}

		@Override
		public int size() {
			return size;
		}

		/** Lists of a million trials are not compared one by one. */
		@Override
		public boolean equals(Object other) {
			return other instanceof Snapshot that ? array == that.array && size == that.size : super.equals(other);
		}

		@Override
		public int hashCode() {
			return size;
		}
	}
}
