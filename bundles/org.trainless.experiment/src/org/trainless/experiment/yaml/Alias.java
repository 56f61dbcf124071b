/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.Objects;

/**
 * A reference to an anchor. Files must not hold any, so it is already a problem of its document; it stands in the tree
 * only so that nothing else seems to be missing.
 *
 * @param name     name of the anchor
 * @param location where it stands
 */
public record Alias(String name, Location location) implements Node {
	public Alias {
		Objects.requireNonNull(name);
		Objects.requireNonNull(location);
	}

	@Override
	public String kind() {
		return "an alias";
	}
}
