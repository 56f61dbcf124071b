/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import java.util.Objects;
import java.util.random.RandomGenerator;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.run.Seed;

/**
 * Weights drawn from streams of a seed, one stream for each layer: the seed derived by the layer's name. Part of the
 * contract of reproducible scores:
 * <ul>
 * <li>{@link Initialisation#XAVIER_NORMAL}: Gaussian numbers by commons-rng's
 * {@link org.apache.commons.rng.sampling.distribution.ZigguratSampler.NormalizedGaussian} (McFarland, "A modified
 * ziggurat algorithm for generating exponentially and normally distributed pseudorandom numbers", JSCS 2016) over the
 * stream's 64-bit numbers, times √(2/(fan-in + fan-out)), rounded to 32 bits;</li>
 * <li>{@link Initialisation#DEFAULT}: (2u − 1)/√fan-in with u from {@link RandomGenerator#nextDouble()}, rounded to 32
 * bits, which is what PyTorch's {@code kaiming_uniform_(a=√5)} comes to;</li>
 * <li>biases, from the same stream after the weights, as with {@code DEFAULT} in both cases: Xavier initialisation as
 * the field writes it touches weights only.</li>
 * </ul>
 */
public final class SeededWeights implements WeightSource {
	/** Beyond so many beside each other it gets no faster. */
	private static final int LANES = 128;
	/** Weights from which on that is worth finding where pieces begin. */
	private static final int MANY = 8192;

	private final Seed seed;
	private final Initialisation initialisation;

	/**
	 * @param seed           of the network's weights
	 * @param initialisation their distribution
	 */
	public SeededWeights(Seed seed, Initialisation initialisation) {
		this.seed = Objects.requireNonNull(seed);
		this.initialisation = Objects.requireNonNull(initialisation);
	}

	@Override
	public LayerWeights of(Layer layer) {
		RandomGenerator random = seed.derive(layer.name()).generator();
		double bound = 1 / Math.sqrt(layer.fanIn());
		float[] weights = switch (initialisation) {
		case XAVIER_NORMAL -> gaussian(random, layer.size(), Math.sqrt(2.0 / (layer.fanIn() + layer.fanOut())));
		case DEFAULT -> uniform(random, layer.size(), bound);
		};
		return new LayerWeights(weights, uniform(random, layer.bias() ? layer.outputs() : 0, bound));
	}

	@Override
	public float[] transposed(Layer layer, double[] matrix, int first, int row) {
		int parts = parts(layer);
		if (initialisation != Initialisation.DEFAULT || parts == 0) {
			return WeightSource.super.transposed(layer, matrix, first, row);
		}
		int outputs = layer.outputs();
		int length = layer.fanIn() / parts;
		double bound = 1 / Math.sqrt(layer.fanIn());
		// pieces as they follow each other: the parts of the first output, those of the next one
		UniformLanes lanes = new UniformLanes(seed.derive(layer.name()), outputs, parts, length);
		double[] numbers = new double[parts * outputs];
		for (int i = 0; i < length; i++) {
			lanes.next(bound, numbers);
			for (int part = 0; part < parts; part++) {
				System.arraycopy(numbers, part * outputs, matrix, (part * length + i) * row + first, outputs);
			}
		}
		float[] bias = new float[layer.bias() ? outputs : 0];
		for (int i = 0; i < bias.length; i++) {
			bias[i] = lanes.following(bound);
		}
		return bias;
	}

	/** In how many pieces the weights of each output are best drawn side by side; 0: one number after the other. */
	private static int parts(Layer layer) {
		int parts = layer.size() >= MANY ? 1 : 0;
		while (parts > 0 && 2 * parts * layer.outputs() <= LANES && layer.fanIn() % (2 * parts) == 0) {
			parts *= 2;
		}
		return parts;
	}

	private static float[] gaussian(RandomGenerator random, int count, double deviation) {
		UniformRandomProvider bits = random::nextLong;
		ContinuousSampler sampler = ZigguratSampler.NormalizedGaussian.of(bits);
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) (deviation * sampler.sample());
		}
		return values;
	}

	private static float[] uniform(RandomGenerator random, int count, double bound) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
		}
		return values;
	}
}
