/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

import java.util.Objects;

/**
 * A contribution chosen in a file, with its parameters: everything that is needed to create it.
 *
 * @param kind       its kind
 * @param id         its id (never an alias)
 * @param parameters the values, defaults included
 * @since 0.1
 */
public record Selection(ContributionKind kind, String id, Parameters parameters) {
	public Selection {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(id);
		Objects.requireNonNull(parameters);
	}
}
