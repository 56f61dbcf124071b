/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.trainless.api.run.Seed;

/**
 * What the fast path computes of random numbers, as text, one result a line: to be compared with what another process
 * says that computes with vectors of another length.
 */
final class Convolutions {
	private static final int CHANNELS = 8;

	private Convolutions() {
	}

	public static void main(String[] arguments) {
		System.out.println("vectors of " + Rows.STEP);
		results().forEach(System.out::println);
	}

	private static List<String> results() {
		RandomGenerator random = new Seed(7).generator();
		Plane plane = new Plane(21, 8, 8, CHANNELS);
		Plane half = plane.reduced(2 * CHANNELS);
		SignsRoom room = new SignsRoom();
		Winograd winograd = new Winograd(room);
		Products products = new Products(room);
		float[] x = numbers(random, plane.size());
		List<String> results = new ArrayList<>();
		Convolved large = winograd.convolve(x, true, plane, CHANNELS, List.of(numbers(random, 9 * CHANNELS * CHANNELS)))
				.get(0);
		Convolved small = products.convolve(x, plane, plane, numbers(random, CHANNELS * CHANNELS));
		results.add(text(large));
		results.add(text(small));
		results.add(text(products.convolveByStride2(x, plane, half, numbers(random, 9 * CHANNELS * half.channels()))));
		results.add(text(products.convolveMeans(x, plane, half, numbers(random, CHANNELS * half.channels()))));
		NodeSum sum = new NodeSum(plane);
		sum.addNormalised(large.memory, large.statistics());
		sum.addNormalised(small.memory, small.statistics());
		sum.addPlain(x);
		sum.addAverage(x);
		Value value = sum.compute(room, Value.Needs.ALL);
		results.add(text(value.numbers(), plane.size()) + ' ' + Arrays.toString(value.codes.words()));
		results.add(flow(random));
		return results;
	}

	private static String flow(RandomGenerator random) {
		FlowPlane plane = new FlowPlane(CHANNELS, 16, 16, 2);
		FlowRoom room = new FlowRoom();
		FlowValue x = room.value(plane);
		Arrays.setAll(x.values, i -> random.nextDouble());
		double[] weights = random.doubles(9 * CHANNELS * CHANNELS + CHANNELS).toArray();
		FlowValue y = room.value(plane.at(3));
		FlowProducts.multiply(x.neighbours(y.plane), weights, 0, CHANNELS, y);
		y.complete(new float[0]);
		return Arrays.toString(Arrays.copyOf(y.average3x3().values, plane.size()));
	}

	private static float[] numbers(RandomGenerator random, int count) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	private static String text(Convolved result) {
		return text(result.memory, result.plane.size()) + ' ' + result.statistics().scale(3) + ' '
				+ result.statistics().offset(3);
	}

	private static String text(float[] numbers, int count) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < count; i++) {
			text.append(Integer.toHexString(Float.floatToRawIntBits(numbers[i]))).append(' ');
		}
		return text.toString();
	}
}
