/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trainless.api.dataset.Minibatch;
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
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.proxy.Subject;
import org.trainless.api.run.Cancellation;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Task;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.PassRunner;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.proxies.Naswot.Hooks;
import org.trainless.proxies.Naswot.Relus;
import org.trainless.testdata.TestData;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Twelve cells against an independent PyTorch implementation, with weights by formula: every convention of the two
 * networks, held by numbers.
 */
class OracleTest {
	private static final int IMAGES = 16;

	/** Sums up the kernel and counts the ReLUs. */
	private static final class Counted implements Observer {
		final HammingKernel kernel = new HammingKernel(IMAGES);
		int relus;
		int classNameMatches;
		double[] logits;

		@Override
		public void signs(ReluSite site, SignCodes codes) {
			relus += site.modules();
			classNameMatches += site.classNameMatches();
			kernel.add(codes, site.modules());
		}

		@Override
		public void logits(int images, int classes, double[] values) {
			logits = values;
		}

		@Override
		public Score score() {
			throw new AssertionError("not asked for");
		}
	}

	private static TorchEngine engine;
	private static PassRunner reference;
	private static Minibatch images;

	@BeforeAll
	static void start() {
		engine = new TorchEngine(EngineLocation.CLASS_PATH);
		reference = new ReferenceRunner(engine);
		images = Formula.images(IMAGES);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static JsonObject oracle() throws IOException {
		try (Reader reader = Files.newBufferedReader(TestData.path("oracle/oracle.json"))) {
			return JsonParser.parseReader(reader).getAsJsonObject();
		}
	}

	@Test
	void formulaGivesTheOraclesNumbers() throws IOException {
		JsonArray weights = oracle().getAsJsonArray("first_weights");
		for (int i = 0; i < weights.size(); i++) {
			assertEquals(weights.get(i).getAsDouble(), 2 * Formula.uniform(i + 1) - 1, 1e-15);
		}
		JsonArray pixels = oracle().getAsJsonArray("image0_first");
		for (int i = 0; i < pixels.size(); i++) {
			assertEquals(pixels.get(i).getAsFloat(), images.pixels()[i]);
		}
	}

	@TestFactory
	Stream<DynamicTest> cells() throws IOException {
		List<JsonElement> cells = new ArrayList<>();
		oracle().getAsJsonArray("cells").forEach(cells::add);
		assertEquals(12, cells.size());
		return cells.stream().map(JsonElement::getAsJsonObject)
				.map(c -> DynamicTest.dynamicTest(c.get("architecture").getAsString(), () -> {
					Subject subject = TestSpace.NATS.subject(c.get("architecture").getAsString(), Task.CIFAR10);
					kernelIsExactInDouble(c, subject);
					scoresOf32BitsAreNear(c, subject);
					synapticFlowIsExact(c, subject);
				}));
	}

	private void kernelIsExactInDouble(JsonObject cell, Subject subject) {
		Counted counted = new Counted();
		run(naswotPass(Precision.DOUBLE), Set.of(Observable.SIGNS, Observable.LOGITS), subject, counted);
		assertEquals(cell.get("relus").getAsInt(), counted.relus);
		assertEquals(cell.get("hooks_class_name").getAsInt(), counted.classNameMatches);
		HammingKernel kernel = counted.kernel;
		assertEquals(cell.get("kernel_diagonal").getAsLong(), kernel.get(0, 0));
		JsonArray row = cell.getAsJsonArray("kernel_row0");
		long sum = 0;
		for (int j = 0; j < IMAGES; j++) {
			assertEquals(row.get(j).getAsLong(), kernel.get(0, j));
			for (int i = 0; i < IMAGES; i++) {
				sum += kernel.get(i, j);
			}
		}
		assertEquals(cell.get("kernel_sum").getAsLong(), sum);
		JsonArray logits = cell.getAsJsonArray("logits_image0");
		for (int c = 0; c < logits.size(); c++) {
			assertEquals(logits.get(c).getAsDouble(), counted.logits[c], 1e-9);
		}
		for (Hooks hooks : Hooks.values()) {
			Score score = score(Precision.DOUBLE, hooks, subject);
			assertScore(expected(cell, hooks), score, 1e-9);
		}
	}

	private void scoresOf32BitsAreNear(JsonObject cell, Subject subject) {
		for (Hooks hooks : Hooks.values()) {
			assertScore(expected(cell, hooks), score(Precision.SINGLE, hooks, subject), 1e-6);
		}
	}

	private static double expected(JsonObject cell, Hooks hooks) {
		String text = cell.get(hooks == Hooks.MODULE ? "naswot_module" : "naswot_class_name").getAsString();
		return text.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
	}

	private static void assertScore(double expected, Score actual, double relative) {
		if (Double.isInfinite(expected)) {
			assertEquals(expected, actual.value());
			assertEquals(Optional.of(NonFinite.DISCONNECTED), actual.reason());
		} else {
			assertTrue(actual.isFinite());
			assertEquals(expected, actual.value(), relative * Math.max(1, Math.abs(expected)));
		}
	}

	private void synapticFlowIsExact(JsonObject cell, Subject subject) {
		for (Normalisation bn : List.of(Normalisation.IDENTITY, Normalisation.REDUCTIONS)) {
			SynFlow proxy = new SynFlow(bn);
			Observer observer = proxy.observe(subject);
			run(proxy.pass().orElseThrow(), proxy.observables(), subject, observer);
			double expected = cell.get(bn == Normalisation.IDENTITY ? "synflow_identity" : "synflow_reductions")
					.getAsDouble();
			assertScore(expected, observer.score(), 1e-9);
		}
	}

	private Score score(Precision precision, Hooks hooks, Subject subject) {
		Naswot proxy = new Naswot(hooks, Relus.ALL, Initialisation.XAVIER_NORMAL);
		Observer observer = proxy.observe(subject);
		run(naswotPass(precision), proxy.observables(), subject, observer);
		return observer.score();
	}

	private static Pass naswotPass(Precision precision) {
		return new Pass(Skeleton.TINY_NETWORK, Initialisation.XAVIER_NORMAL, Weights.AS_DRAWN, Normalisation.BATCH,
				Input.MINIBATCH, precision, Loss.NONE);
	}

	private void run(Pass pass, Set<Observable> observables, Subject subject, Observer observer) {
		reference.run(new PassRequest(pass, observables, subject.network(),
				Formula.weights(subject.network(), pass.skeleton()), Optional.of(images), observer, Cancellation.NONE));
	}
}
