/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Selection;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;

/** What a worker is told. */
sealed interface Request {
	/**
	 * Make ready for evaluations; answered once they can begin.
	 *
	 * @param call       number of this request
	 * @param conditions number by which evaluations name these conditions
	 * @param passes     which passes the scores are to be of, by the version of who runs them
	 * @param space      id of the search space
	 * @param task       what the networks are for
	 * @param proxies    that score
	 * @param seed       the scoring seed
	 * @param minibatch  images, where a proxy needs them
	 */
	record Prepare(long call, int conditions, String passes, String space, Task task, List<Selection> proxies,
			long seed, Optional<Minibatch> minibatch) implements Request {
		@Override
		public void write(DataOutputStream out) throws IOException {
			out.writeByte(PREPARE);
			out.writeLong(call);
			out.writeInt(conditions);
			Frames.writeText(out, passes);
			Frames.writeText(out, space);
			write(out, task.input());
			out.writeInt(task.classes());
			out.writeInt(proxies.size());
			for (Selection proxy : proxies) {
				SelectionCodec.write(out, proxy);
			}
			out.writeLong(seed);
			out.writeBoolean(minibatch.isPresent());
			if (minibatch.isPresent()) {
				write(out, minibatch.get());
			}
		}

		private static void write(DataOutputStream out, ImageShape shape) throws IOException {
			out.writeInt(shape.channels());
			out.writeInt(shape.height());
			out.writeInt(shape.width());
		}

		private static void write(DataOutputStream out, Minibatch images) throws IOException {
			write(out, images.shape());
			out.writeInt(images.size());
			ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, images.pixels().length)
					+ Math.multiplyExact(Integer.BYTES, images.size()));
			bytes.asFloatBuffer().put(images.pixels());
			bytes.position(Float.BYTES * images.pixels().length).asIntBuffer().put(images.labels());
			out.write(bytes.array());
		}

		private static Prepare read(DataInputStream in) throws IOException {
			long call = in.readLong();
			int conditions = in.readInt();
			String passes = Frames.readText(in);
			String space = Frames.readText(in);
			Task task = new Task(readShape(in), in.readInt());
			List<Selection> proxies = new ArrayList<>();
			for (int n = in.readInt(); n > 0; n--) {
				proxies.add(SelectionCodec.read(in));
			}
			long seed = in.readLong();
			return new Prepare(call, conditions, passes, space, task, proxies, seed,
					in.readBoolean() ? Optional.of(readMinibatch(in)) : Optional.empty());
		}

		private static ImageShape readShape(DataInputStream in) throws IOException {
			return new ImageShape(in.readInt(), in.readInt(), in.readInt());
		}

		private static Minibatch readMinibatch(DataInputStream in) throws IOException {
			ImageShape shape = readShape(in);
			float[] pixels = new float[Math.multiplyExact(in.readInt(), shape.size())];
			int[] labels = new int[pixels.length / shape.size()];
			ByteBuffer.wrap(in.readNBytes(Float.BYTES * pixels.length)).asFloatBuffer().get(pixels);
			ByteBuffer.wrap(in.readNBytes(Integer.BYTES * labels.length)).asIntBuffer().get(labels);
			return new Minibatch(shape, pixels, labels);
		}
	}

	/**
	 * Score an architecture.
	 *
	 * @param call         number of this request
	 * @param conditions   under which
	 * @param architecture its text
	 */
	record Evaluate(long call, int conditions, String architecture) implements Request {
		@Override
		public void write(DataOutputStream out) throws IOException {
			out.writeByte(EVALUATE);
			out.writeLong(call);
			out.writeInt(conditions);
			Frames.writeText(out, architecture);
		}
	}

	/**
	 * No more evaluations will be asked for; not answered.
	 *
	 * @param conditions under which
	 */
	record Forget(int conditions) implements Request {
		@Override
		public void write(DataOutputStream out) throws IOException {
			out.writeByte(FORGET);
			out.writeInt(conditions);
		}
	}

	/** Type of {@link Prepare}. */
	int PREPARE = 1;
	/** Type of {@link Evaluate}. */
	int EVALUATE = 2;
	/** Type of {@link Forget}. */
	int FORGET = 3;

	/** Writes it as the content of a frame. */
	void write(DataOutputStream out) throws IOException;

	/** Reads the content of a frame. */
	static Request read(DataInputStream in) throws IOException {
		int type = in.readByte();
		return switch (type) {
		case PREPARE -> Prepare.read(in);
		case EVALUATE -> new Evaluate(in.readLong(), in.readInt(), Frames.readText(in));
		case FORGET -> new Forget(in.readInt());
		default -> throw new IOException("a request of type " + type);
		};
	}
}
