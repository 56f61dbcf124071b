/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Pass.Input;
import org.trainless.api.proxy.Pass.Loss;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.api.proxy.Pass.Skeleton;
import org.trainless.api.proxy.Pass.Weights;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;

/**
 * NASWOT: how well an untrained network's ReLUs tell the images of a minibatch apart, ln|det K| of the kernel of
 * agreeing signs (Mellor, Turner, Storkey and Crowley, "Neural Architecture Search without Training", ICML 2021).
 *
 * @param hooks          how often a ReLU counts
 * @param relus          which ReLUs count
 * @param initialisation of the weights
 */
record Naswot(Hooks hooks, Relus relus, Initialisation initialisation) implements Proxy {

	/** How often a ReLU counts. */
	enum Hooks {
		/** Once. */
		MODULE,
		/** As often as {@code ReLU} is found in class names: twice in a convolution edge, ReLUConvBN. */
		CLASS_NAME
	}

	/** Which ReLUs count. */
	enum Relus {
		/** All. */
		ALL,
		/** Those that the output depends on. */
		LIVE
	}

	Naswot {
		Objects.requireNonNull(hooks);
		Objects.requireNonNull(relus);
		Objects.requireNonNull(initialisation);
	}

	@Override
	public Equivalence equivalence() {
		return relus == Relus.LIVE ? Equivalence.LIVE_VALUE_GRAPH : Equivalence.VALUE_GRAPH_WITH_HOOKS;
	}

	@Override
	public Optional<Pass> pass() {
		return Optional.of(new Pass(Skeleton.TINY_NETWORK, initialisation, Weights.AS_DRAWN, Normalisation.BATCH,
				Input.MINIBATCH, Precision.SINGLE, Loss.NONE));
	}

	@Override
	public Set<Observable> observables() {
		return Set.of(Observable.SIGNS);
	}

	@Override
	public Observer observe(Subject subject) {
		return new KernelObserver(subject.network().cell());
	}

	/** Sums up the kernel over the ReLUs. */
	private final class KernelObserver implements Observer {
		private final Cell cell;
		private HammingKernel kernel;

		KernelObserver(Cell cell) {
			this.cell = cell;
		}

		@Override
		public void signs(ReluSite site, SignCodes codes) {
			if (kernel == null) {
				kernel = new HammingKernel(codes.images());
			}
			if (relus == Relus.ALL || site.live()) {
				kernel.add(codes, hooks == Hooks.MODULE ? site.modules() : site.classNameMatches());
			}
		}

		@Override
		public Score score() {
			int[] pair = kernel.indistinguishable();
			if (pair != null) {
				return singular(
						"images " + pair[0] + " and " + pair[1] + " of the minibatch have the same signs in all ReLUs");
			}
			// a pivot of zero with all images distinct is an exact linear dependence, which no rounding has hidden
			double score = kernel.logAbsoluteDeterminant();
			return Double.isInfinite(score) ? singular("the kernel's rows are linearly dependent") : Score.of(score);
		}

		private Score singular(String detail) {
			return isFed() ? Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.SINGULAR_KERNEL, detail)
					: Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.DISCONNECTED,
							"no ReLU that counts depends on the image");
		}

		/** Whether a ReLU that counts reads something that depends on the image. */
		private boolean isFed() {
			if (cell.isFed(cell.nodes() - 1)) {
				return true;
			}
			for (int e = 0; e < cell.operations().size(); e++) {
				if (cell.operations().get(e).isConvolution() && cell.isFed(cell.source(e))
						&& (relus == Relus.ALL || cell.isLive(e))) {
					return true;
				}
			}
			return false;
		}
	}
}
