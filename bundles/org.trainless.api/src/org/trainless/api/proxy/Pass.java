/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import java.util.Objects;

/**
 * The conditions under which a network is run for a proxy. Proxies with equal passes share one run.
 *
 * @param skeleton       which of the study's two networks
 * @param initialisation distribution of the weights
 * @param weights        what is done to the weights afterwards
 * @param normalisation  what batch normalisation does
 * @param input          what is fed in
 * @param precision      type of all numbers
 * @param loss           what is differentiated, if anything
 * @since 0.1
 */
public record Pass(Skeleton skeleton, Initialisation initialisation, Weights weights, Normalisation normalisation,
		Input input, Precision precision, Loss loss) {

	/** Which network is built around the cell. */
	public enum Skeleton {
		/** xautodl's TinyNetwork: convolutions without bias, only the operations that the cell names. */
		TINY_NETWORK,
		/** zero-cost-nas's NAS201Model: cell convolutions with bias. */
		NAS201_MODEL
	}

	/** Distribution of the initial weights. */
	public enum Initialisation {
		/** Normal with standard deviation √(2/(fan-in + fan-out)) for convolutions and the classifier (Glorot 2010). */
		XAVIER_NORMAL,
		/** PyTorch's default: uniform in ±1/√fan-in for weights and biases. */
		DEFAULT
	}

	/** What is done to the weights after initialisation. */
	public enum Weights {
		/** Nothing. */
		AS_DRAWN,
		/** Each is replaced by its absolute value, biases too. */
		ABSOLUTE
	}

	/** What batch normalisation does. */
	public enum Normalisation {
		/** Statistics of the batch, everywhere. */
		BATCH,
		/** Nothing, anywhere. */
		IDENTITY,
		/** Statistics of the batch in the reduction blocks, nothing elsewhere, as zero-cost-nas leaves it. */
		REDUCTIONS
	}

	/** What is fed in. */
	public enum Input {
		/** Nothing: the weights alone are looked at. */
		NONE,
		/** The experiment's minibatch. */
		MINIBATCH,
		/** One image of ones. */
		ONES
	}

	/** Type of all numbers. */
	public enum Precision {
		/** 32 bits. */
		SINGLE,
		/** 64 bits. */
		DOUBLE
	}

	/** What is differentiated. */
	public enum Loss {
		/** Nothing: a forward pass. */
		NONE,
		/** The sum of all logits. */
		SUM_OF_LOGITS,
		/** Mean cross-entropy with the minibatch's labels. */
		CROSS_ENTROPY
	}

	public Pass {
		Objects.requireNonNull(skeleton);
		Objects.requireNonNull(initialisation);
		Objects.requireNonNull(weights);
		Objects.requireNonNull(normalisation);
		Objects.requireNonNull(input);
		Objects.requireNonNull(precision);
		Objects.requireNonNull(loss);
	}
}
