/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import java.util.AbstractList;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.RandomAccess;

import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.spaces.NatsTopologySpace;

/** Trials that are made when somebody looks at them; a million of them take no room. */
final class ManyTrials extends AbstractList<Trial> implements RandomAccess {
	private static final NatsTopologySpace SPACE = new NatsTopologySpace();

	private final int size;
	private final String[] texts = new String[(int) SPACE.size()];

	ManyTrials(int size) {
		this.size = size;
		for (int i = 0; i < texts.length; i++) {
			texts[i] = SPACE.at(i).text();
		}
	}

	@Override
	public Trial get(int i) {
		int index = (int) (Integer.toUnsignedLong(i * 0x9E3779B9) % texts.length);
		double value = new Random(index * 31L + i % 3).nextDouble(1000, 1800);
		Score score = i % 97 == 0 ? Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.DISCONNECTED, "")
				: Score.of(value);
		return new Trial(i % 2 == 0 ? "random" : "regularized evolution", i % 10, i / 20, "objective", index,
				texts[index], score, 0.01 * (i % 50), i % 4 == 0, i * 0.01, i * 3.0,
				OptionalDouble.of(10 + value / 21));
	}

	@Override
	public int size() {
		return size;
	}
}
