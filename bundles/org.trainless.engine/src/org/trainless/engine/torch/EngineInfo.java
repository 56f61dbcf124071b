/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import java.util.Objects;

/**
 * What computes.
 *
 * @param name      of the engine
 * @param version   of the library below it
 * @param device    what it runs on, for example {@code cpu}
 * @param threads   engine threads for each worker
 * @param libraries where the native libraries lie, for people
 * @param memory    how native memory is managed, for people
 */
public record EngineInfo(String name, String version, String device, int threads, String libraries, String memory) {
	public EngineInfo {
		Objects.requireNonNull(name);
		Objects.requireNonNull(version);
		Objects.requireNonNull(device);
		Objects.requireNonNull(libraries);
		Objects.requireNonNull(memory);
	}

	/**
	 * @return identifies what scores may depend on, for example {@code pytorch-2.7.1-cpu}
	 */
	public String identity() {
		return name.toLowerCase(java.util.Locale.ROOT) + "-" + version + "-" + device;
	}
}
