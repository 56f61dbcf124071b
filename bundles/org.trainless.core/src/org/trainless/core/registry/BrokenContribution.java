/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.Optional;

import org.trainless.api.param.ContributionKind;

/**
 * A contribution that was left out because its declaration is not as it must be.
 *
 * @param kind        what it would have been
 * @param id          its id, if it states one
 * @param className   its class, if it states one
 * @param contributor symbolic name of the bundle that declares it
 * @param message     what is wrong
 */
public record BrokenContribution(ContributionKind kind, Optional<String> id, Optional<String> className,
		String contributor, String message) {

	/**
	 * @return one line that names contribution, class and bundle
	 */
	public String toLine() {
		return "the " + kind.label() + id.map(i -> " '" + i + '\'').orElse(" without id") + " (class "
				+ className.orElse("not stated") + ", contributed by bundle " + contributor + ") is left out: "
				+ message;
	}
}
