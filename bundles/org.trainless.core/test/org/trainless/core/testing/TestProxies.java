/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.Score;
import org.trainless.api.space.Equivalence;

/** Proxies that need no engine, for tests of what is around them. */
public final class TestProxies {
	/** How often architectures were really scored by {@link Counting}, by their texts. */
	public static final Map<String, AtomicInteger> COUNTS = new ConcurrentHashMap<>();

	/** A pass that draws weights and looks at no images. */
	static final Pass WITHOUT_IMAGES = new Pass(Pass.Skeleton.TINY_NETWORK, Pass.Initialisation.DEFAULT,
			Pass.Weights.AS_DRAWN, Pass.Normalisation.BATCH, Pass.Input.NONE, Pass.Precision.SINGLE, Pass.Loss.NONE);

	private TestProxies() {
	}

	/** A proxy that looks at the architecture alone. */
	@FunctionalInterface
	private interface Look {
		Score score(Subject subject);
	}

	private record Looking(Equivalence equivalence, Look look) implements Proxy {
		@Override
		public Optional<Pass> pass() {
			return Optional.empty();
		}

		@Override
		public Set<Observable> observables() {
			return Set.of();
		}

		@Override
		public Observer observe(Subject subject) {
			return () -> look.score(subject);
		}
	}

	/** A number that has nothing to do with the architecture but is always the same for it. */
	public static double noise(String text) {
		int hash = text.hashCode() * 0x9E3779B9;
		return (hash ^ hash >>> 15) & 0xFFFFF;
	}

	/** Scores by noise and counts. */
	public static final class Counting implements ProxyFactory {
		@Override
		public Proxy create(Parameters parameters) {
			return new Looking(Equivalence.VALUE_GRAPH_WITH_HOOKS, subject -> {
				String text = subject.architecture().text();
				COUNTS.computeIfAbsent(text, t -> new AtomicInteger()).incrementAndGet();
				return Score.of(noise(text));
			});
		}
	}

	/** Fails for every architecture with a skip connection. */
	public static final class Failing implements ProxyFactory {
		@Override
		public Proxy create(Parameters parameters) {
			return new Looking(Equivalence.IDENTITY, subject -> {
				String text = subject.architecture().text();
				if (text.contains("skip_connect")) {
					throw new IllegalStateException("no skips please");
				}
				return Score.of(noise(text));
			});
		}
	}

	/** Asks for what no engine can do. */
	public static final class Impossible implements ProxyFactory {
		@Override
		public Proxy create(Parameters parameters) {
			return new Proxy() {
				@Override
				public Optional<Pass> pass() {
					return Optional.of(WITHOUT_IMAGES);
				}

				@Override
				public Set<Observable> observables() {
					return Set.of(Observable.LOGITS);
				}

				@Override
				public Observer observe(Subject subject) {
					return () -> Score.of(0);
				}
			};
		}
	}
}
