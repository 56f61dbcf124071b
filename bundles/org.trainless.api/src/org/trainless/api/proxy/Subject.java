/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import java.util.Objects;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;

/**
 * The architecture that is being scored.
 *
 * @param space        its search space
 * @param architecture the architecture, already the representative of its class
 * @param task         what the network is for
 * @since 0.1
 */
public record Subject(SearchSpace space, Architecture architecture, Task task) {
	public Subject {
		Objects.requireNonNull(space);
		Objects.requireNonNull(architecture);
		Objects.requireNonNull(task);
	}

	/**
	 * @return the whole network, without weights
	 */
	public MacroNetwork network() {
		return space.network(architecture, task);
	}
}
