/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.engine.ProxyScore;

/** What a worker says. */
sealed interface Answer {
	/**
	 * Evaluations can begin.
	 *
	 * @param call   of the request
	 * @param engine what computes; empty when nothing was started
	 */
	record Ready(long call, String engine) implements Answer {
		@Override
		public void write(DataOutputStream out) throws IOException {
			out.writeByte(READY);
			out.writeLong(call);
			Frames.writeText(out, engine);
		}
	}

	/**
	 * An architecture is scored.
	 *
	 * @param call   of the request
	 * @param scores one for each proxy
	 */
	record Scores(long call, List<ProxyScore> scores) implements Answer {
		@Override
		public void write(DataOutputStream out) throws IOException {
			out.writeByte(SCORES);
			out.writeLong(call);
			out.writeInt(scores.size());
			for (ProxyScore one : scores) {
				out.writeLong(Double.doubleToRawLongBits(one.score().value()));
				Frames.writeText(out, one.score().reason().map(NonFinite::name).orElse(""));
				Frames.writeText(out, one.score().detail());
				out.writeLong(Double.doubleToRawLongBits(one.seconds()));
				Frames.writeText(out, one.runner());
			}
		}

		private static Scores read(DataInputStream in) throws IOException {
			long call = in.readLong();
			List<ProxyScore> scores = new ArrayList<>();
			for (int n = in.readInt(); n > 0; n--) {
				double value = Double.longBitsToDouble(in.readLong());
				String reason = Frames.readText(in);
				Score score = new Score(value,
						reason.isEmpty() ? Optional.empty() : Optional.of(NonFinite.valueOf(reason)),
						Frames.readText(in));
				scores.add(new ProxyScore(score, Double.longBitsToDouble(in.readLong()), Frames.readText(in)));
			}
			return new Scores(call, scores);
		}
	}

	/** How far a failure reaches. */
	enum Reach {
		/** This evaluation. */
		EVALUATION,
		/** All evaluations: the engine cannot be started. */
		ENGINE,
		/** The worker: it can do nothing more. */
		WORKER
	}

	/**
	 * It did not work.
	 *
	 * @param call  of the request
	 * @param reach how far that reaches
	 * @param what  happened, for people
	 */
	record Failed(long call, Reach reach, String what) implements Answer {
		@Override
		public void write(DataOutputStream out) throws IOException {
			out.writeByte(FAILED);
			out.writeLong(call);
			out.writeByte(reach.ordinal());
			Frames.writeText(out, what);
		}
	}

	/** Type of {@link Ready}. */
	int READY = 1;
	/** Type of {@link Scores}. */
	int SCORES = 2;
	/** Type of {@link Failed}. */
	int FAILED = 3;

	/**
	 * @return number of the request
	 */
	long call();

	/** Writes it as the content of a frame. */
	void write(DataOutputStream out) throws IOException;

	/** Reads the content of a frame. */
	static Answer read(DataInputStream in) throws IOException {
		int type = in.readByte();
		return switch (type) {
		case READY -> new Ready(in.readLong(), Frames.readText(in));
		case SCORES -> Scores.read(in);
		case FAILED -> new Failed(in.readLong(), Reach.values()[in.readByte()], Frames.readText(in));
		default -> throw new IOException("an answer of type " + type);
		};
	}
}
