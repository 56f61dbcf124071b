/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.testing;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.LayerSite;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.Score;
import org.trainless.api.space.Equivalence;

/** A proxy that brings down the process for some architectures, as broken native code does, but only a worker's. */
public final class Crashing implements ProxyFactory {
	/** System property that only workers have. */
	public static final String WORKER = "trainless.test.worker";

	/** How a process ends. */
	private enum Way {
		/** Not at all. */
		NONE {
			@Override
			void go() {
				// for comparison
			}
		},
		/** A null pointer. */
		POINTER {
			@Override
			void go() throws Exception {
				Class<?> type = Class.forName("sun.misc.Unsafe");
				Field field = type.getDeclaredField("theUnsafe");
				field.setAccessible(true);
				type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
			}
		},
		/** What the system does when memory runs out. */
		KILL {
			@Override
			void go() throws Exception {
				signal("-KILL");
			}
		},
		/** What C++ does with an exception that nobody catches. */
		ABORT {
			@Override
			void go() throws Exception {
				signal("-ABRT");
			}
		},
		/** Native code that gives up. */
		EXIT {
			@Override
			void go() {
				Runtime.getRuntime().halt(7);
			}
		},
		/** The heap is full. */
		HEAP {
			@Override
			void go() {
				throw new OutOfMemoryError("Java heap space");
			}
		};

		abstract void go() throws Exception;

		private static void signal(String which) throws IOException, InterruptedException {
			new ProcessBuilder("kill", which, Long.toString(ProcessHandle.current().pid())).start();
			new CountDownLatch(1).await();
		}
	}

	/**
	 * @param text  of an architecture
	 * @param every one in how many crashes
	 * @return true when it does
	 */
	public static boolean crashes(String text, long every) {
		return every > 0 && (long) TestProxies.noise(text) % every == 0;
	}

	@Override
	public Proxy create(Parameters parameters) {
		return new Proxy() {
			@Override
			public Equivalence equivalence() {
				return Equivalence.IDENTITY;
			}

			@Override
			public Optional<Pass> pass() {
				return Optional.of(TestProxies.WITHOUT_IMAGES);
			}

			@Override
			public Set<Observable> observables() {
				return Set.of(Observable.WEIGHTS);
			}

			@Override
			public Observer observe(Subject subject) {
				return new Summing(subject.architecture().text(), parameters);
			}
		};
	}

	/** A score that depends on architecture, weights and so the seed; the crash comes within the pass. */
	private static final class Summing implements Observer {
		private final String text;
		private final Parameters parameters;
		private double sum;

		Summing(String text, Parameters parameters) {
			this.text = text;
			this.parameters = parameters;
			this.sum = TestProxies.noise(text);
		}

		@Override
		public void weights(LayerSite layer, double[] weights) {
			sum += weights[0];
		}

		@Override
		public Score score() {
			try {
				boolean wanted = parameters.has("once") ? Files.deleteIfExists(parameters.path("once"))
						: crashes(text, parameters.integer("every"));
				if (wanted && Boolean.getBoolean(WORKER)) {
					Way.valueOf(parameters.text("how")).go();
				}
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
			return Score.of(sum);
		}
	}
}
