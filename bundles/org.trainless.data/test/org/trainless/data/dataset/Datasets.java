/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;

/**
 * Steps that the tests of all datasets take.
 */
final class Datasets {
	private Datasets() {
	}

	static Parameters parameters(Path path, Object... namesAndValues) {
		Map<String, Object> values = new HashMap<>();
		values.put("path", path);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return Parameters.of(values);
	}

	static Minibatch draw(Dataset dataset, int size, long seed) throws ProblemException {
		return dataset.minibatch(size, new Seed(seed).derive("minibatch").generator());
	}

	static Problem problem(DatasetFactory factory, Parameters parameters) {
		return only(assertThrows(ProblemException.class, () -> factory.open(parameters)));
	}

	static Problem only(ProblemException e) {
		assertEquals(1, e.problems().size(), e.getMessage());
		Problem problem = e.problems().get(0);
		assertFalse(problem.message().isBlank());
		assertFalse(problem.remedy().isBlank());
		return problem;
	}

	/** Stored bytes again, from a minibatch that was normalised. */
	static int[] bytes(Minibatch batch, int image, Normalisation normalisation) {
		int size = batch.shape().size();
		int plane = batch.shape().height() * batch.shape().width();
		int[] bytes = new int[size];
		for (int i = 0; i < size; i++) {
			double value = batch.pixels()[image * size + i] * normalisation.std().get(i / plane)
					+ normalisation.mean().get(i / plane);
			assertEquals(Math.rint(value), value, 1e-3, "a byte");
			bytes[i] = (int) Math.rint(value);
		}
		return bytes;
	}

	/** What must hold for every dataset. */
	static void checkContract(DatasetFactory factory, Parameters parameters, int batch) throws ProblemException {
		Dataset dataset = factory.open(parameters);
		Minibatch first = draw(dataset, batch, 1);
		assertEquals(dataset.task().input(), first.shape());
		assertEquals(first, draw(dataset, batch, 1), "one seed, one minibatch");
		assertEquals(first, draw(factory.open(parameters), batch, 1), "opened again");
		assertEquals(dataset.fingerprint(), factory.open(parameters).fingerprint());
		assertFalse(dataset.fingerprint().contains(" "), dataset.fingerprint());
		for (int label : first.labels()) {
			assertFalse(label < 0 || label >= dataset.task().classes(), "label " + label);
		}
		for (float value : first.pixels()) {
			assertFalse(Float.isNaN(value) || Math.abs(value) > 50, "value " + value);
		}
		if (dataset.size() > batch) {
			Set<Minibatch> drawn = new HashSet<>();
			for (int seed = 0; seed < 20; seed++) {
				drawn.add(draw(dataset, batch, seed));
			}
			assertFalse(drawn.size() < 2, "another seed, another minibatch");
		}
		assertThrows(IllegalArgumentException.class, () -> draw(dataset, 0, 1));
		Problem tooFew = only(assertThrows(ProblemException.class,
				() -> draw(dataset, (int) Math.min(Integer.MAX_VALUE, dataset.size() + 1), 1)));
		assertFalse(tooFew.code().isBlank());
	}

	static Set<String> images(Minibatch batch) {
		Set<String> images = new HashSet<>();
		int size = batch.shape().size();
		for (int i = 0; i < batch.size(); i++) {
			images.add(Arrays.toString(Arrays.copyOfRange(batch.pixels(), i * size, (i + 1) * size)));
		}
		return images;
	}
}
