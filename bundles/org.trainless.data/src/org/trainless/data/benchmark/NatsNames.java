/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How NATS-Bench names its files.
 */
final class NatsNames {
	/** Folder of the topology space as it is published. */
	static final String FOLDER = "NATS-tss-v1_0-3ffb9-simple";
	/** 84 KB are usual. */
	static final int MAX_PACKED = 16 << 20;

	private static final Pattern FILE = Pattern.compile("([0-9]{6})\\.pickle\\.pbz2");

	private NatsNames() {
	}

	static String file(int index) {
		return String.format(Locale.ROOT, "%06d.pickle.pbz2", index);
	}

	/** Index that a file name, without folders, stands for. */
	static Optional<Integer> index(String name) {
		Matcher matcher = FILE.matcher(name);
		return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
	}
}
