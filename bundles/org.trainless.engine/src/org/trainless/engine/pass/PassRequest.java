/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.pass;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.MacroNetwork;
import org.trainless.engine.network.LayerWeights;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.WeightSource;

/**
 * One network to run.
 *
 * @param pass         the conditions
 * @param observables  what to report
 * @param network      the network
 * @param weights      its initial weights, before the pass's treatment
 * @param minibatch    the images; present when the pass wants them
 * @param observer     whom to report to; asked for no score
 * @param cancellation asked between blocks
 */
public record PassRequest(Pass pass, Set<Observable> observables, MacroNetwork network, WeightSource weights,
		Optional<Minibatch> minibatch, Observer observer, Cancellation cancellation) {
	public PassRequest {
		Objects.requireNonNull(pass);
		Objects.requireNonNull(network);
		Objects.requireNonNull(weights);
		Objects.requireNonNull(observer);
		Objects.requireNonNull(cancellation);
		observables = Set.copyOf(observables);
		if (pass.input() == Pass.Input.MINIBATCH && minibatch.isEmpty()) {
			throw new IllegalArgumentException("the pass wants a minibatch");
		}
	}

	/**
	 * @param observable something to see
	 * @return true when the observer wants it
	 */
	public boolean wants(Observable observable) {
		return observables.contains(observable);
	}

	/**
	 * @param layer a layer of the network
	 * @return its weights as the pass treats them
	 */
	public LayerWeights weightsOf(Layer layer) {
		LayerWeights drawn = weights.of(layer);
		return pass.weights() == Pass.Weights.ABSOLUTE ? drawn.absolute() : drawn;
	}

	/**
	 * @param layer  a layer of the network
	 * @param matrix where its weights go, as the pass treats them
	 * @param first  column of the first output
	 * @param row    length of the matrix's rows
	 * @return the bias, as the pass treats it
	 * @see WeightSource#transposed
	 */
	public float[] transposedWeightsOf(Layer layer, double[] matrix, int first, int row) {
		float[] bias = weights.transposed(layer, matrix, first, row);
		if (pass.weights() == Pass.Weights.ABSOLUTE) {
			for (int start = first; start < layer.fanIn() * row; start += row) {
				for (int i = start; i < start + layer.outputs(); i++) {
					matrix[i] = Math.abs(matrix[i]);
				}
			}
			for (int i = 0; i < bias.length; i++) {
				bias[i] = Math.abs(bias[i]);
			}
		}
		return bias;
	}
}
