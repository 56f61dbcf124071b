/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

import java.util.List;
import java.util.Optional;

/**
 * All contributions that are installed. Immutable during a session; thread-safe.
 *
 * @since 0.1
 */
public interface Catalog {
	/**
	 * @param kind which kind
	 * @return all of that kind, sorted by id
	 */
	List<Contribution> all(ContributionKind kind);

	/**
	 * @param kind which kind
	 * @param id   id or alias
	 * @return the contribution, if it is installed
	 */
	default Optional<Contribution> find(ContributionKind kind, String id) {
		return all(kind).stream().filter(c -> c.id().equals(id) || c.aliases().contains(id)).findFirst();
	}
}
