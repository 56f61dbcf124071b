/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.problem.ProblemException;
import org.trainless.data.pickle.PickleNode;

/**
 * What is kept of a file of NATS-Bench: no curves, but the end of every training.
 *
 * @param index of the architecture
 * @param text  of the architecture
 * @param runs  every training of it
 */
record ArchitectureRecord(int index, String text, List<TrainedRun> runs) {
	/** Far above what any file has: 13 trainings, 3 sets, 200 epochs, and names of 70 characters. */
	private static final int MOST_RUNS = 1000;
	private static final int MOST_SETS = 100;
	private static final int MOST_EPOCHS = 10_000;
	private static final int LONGEST_NAME = 1000;

	ArchitectureRecord {
		runs = List.copyOf(runs);
	}

	/**
	 * @param root of the pickle of one architecture
	 * @return the record
	 * @throws ProblemException when it is something else
	 */
	static ArchitectureRecord of(PickleNode root) throws ProblemException {
		List<TrainedRun> runs = new ArrayList<>();
		int index = -1;
		String text = "";
		for (Map.Entry<String, PickleNode> budget : root.dict().entrySet()) {
			PickleNode architecture = budget.getValue();
			index = architecture.get("arch_index").integer();
			text = bounded(architecture, architecture.get("arch_str").text());
			for (Map.Entry<List<String>, PickleNode> result : architecture.get("all_results").tupleDict().entrySet()) {
				runs.add(run(result.getKey(), result.getValue()));
			}
		}
		if (runs.isEmpty() || runs.size() > MOST_RUNS) {
			throw root.wrong("a dictionary of the trainings of an architecture");
		}
		return new ArchitectureRecord(index, text, runs);
	}

	private static TrainedRun run(List<String> key, PickleNode node) throws ProblemException {
		if (key.size() != 2 || !key.get(1).matches("[0-9]{1,9}")) {
			throw node.wrong("the training of a dataset and a seed");
		}
		int epochs = node.get("epochs").integer();
		if (epochs < 1 || epochs > MOST_EPOCHS) {
			throw node.get("epochs").wrong("a number of epochs");
		}
		Map<String, Double> accuracies = atEnd(node.get("eval_acc1es"), epochs);
		Map<String, PickleNode> training = node.get("train_acc1es").dict();
		PickleNode last = training.get(Integer.toString(epochs - 1));
		if (last != null) {
			accuracies.put(TrainedRun.TRAIN, last.number());
		}
		double trainSeconds = 0;
		for (PickleNode seconds : node.get("train_times").dict().values()) {
			trainSeconds += seconds.number();
		}
		List<PickleNode> latencies = node.get("latency").list();
		double latency = 0;
		for (PickleNode seconds : latencies) {
			latency += seconds.number() / latencies.size();
		}
		return new TrainedRun(bounded(node, key.get(0)), epochs, Integer.parseInt(key.get(1)), accuracies,
				atEnd(node.get("eval_times"), epochs), trainSeconds, latencies.isEmpty() ? Double.NaN : latency,
				node.get("params").number(), node.get("flop").number());
	}

	/** Of keys {@code set@epoch}, those of the last epoch. */
	private static Map<String, Double> atEnd(PickleNode node, int epochs) throws ProblemException {
		String suffix = "@" + (epochs - 1);
		Map<String, Double> values = new LinkedHashMap<>();
		for (Map.Entry<String, PickleNode> entry : node.dict().entrySet()) {
			if (entry.getKey().endsWith(suffix)) {
				String set = entry.getKey().substring(0, entry.getKey().length() - suffix.length());
				values.put(bounded(node, set), entry.getValue().number());
			}
		}
		if (values.size() > MOST_SETS) {
			throw node.wrong("a dictionary of at most " + MOST_SETS + " sets");
		}
		return values;
	}

	private static String bounded(PickleNode node, String name) throws ProblemException {
		if (name.length() > LONGEST_NAME) {
			throw node.wrong("free of names of more than " + LONGEST_NAME + " characters");
		}
		return name;
	}

	byte[] toBytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(index);
			out.writeUTF(text);
			out.writeShort(runs.size());
			for (TrainedRun run : runs) {
				out.writeUTF(run.dataset());
				out.writeShort(run.epochs());
				out.writeInt(run.seed());
				write(out, run.accuracies());
				write(out, run.passSeconds());
				out.writeDouble(run.trainSeconds());
				out.writeDouble(run.latencySeconds());
				out.writeDouble(run.millionParams());
				out.writeDouble(run.millionMacs());
			}
		} catch (IOException e) {
			throw new IllegalStateException("memory takes what is written", e);
		}
		return bytes.toByteArray();
	}

	private static void write(DataOutputStream out, Map<String, Double> values) throws IOException {
		out.writeByte(values.size());
		for (Map.Entry<String, Double> value : values.entrySet()) {
			out.writeUTF(value.getKey());
			out.writeDouble(value.getValue());
		}
	}

	/**
	 * @param bytes as {@link #toBytes()} made them
	 * @return the record
	 * @throws IOException when they are not such bytes
	 */
	static ArchitectureRecord ofBytes(byte[] bytes) throws IOException {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			int index = in.readInt();
			String text = in.readUTF();
			int count = in.readUnsignedShort();
			List<TrainedRun> runs = new ArrayList<>(count);
			for (int i = 0; i < count; i++) {
				runs.add(new TrainedRun(in.readUTF(), in.readUnsignedShort(), in.readInt(), read(in), read(in),
						in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
			}
			return new ArchitectureRecord(index, text, runs);
		}
	}

	private static Map<String, Double> read(DataInputStream in) throws IOException {
		int count = in.readUnsignedByte();
		Map<String, Double> values = new LinkedHashMap<>();
		for (int i = 0; i < count; i++) {
			values.put(in.readUTF(), in.readDouble());
		}
		return values;
	}
}
