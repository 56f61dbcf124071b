/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.strategy;

import java.util.Objects;

/**
 * What a strategy answers when it is asked.
 *
 * @since 0.1
 */
public sealed interface Step {
	/**
	 * Evaluate this.
	 *
	 * @param proposal the next proposal
	 */
	record Propose(Proposal proposal) implements Step {
		public Propose {
			Objects.requireNonNull(proposal);
		}
	}

	/** Nothing to propose before an outstanding proposal has been told. Never answered when none is outstanding. */
	record Wait() implements Step {
	}

	/**
	 * The search is over; answered only when no proposal is outstanding, and from then on for ever.
	 *
	 * @param reason why, for people
	 */
	record Done(String reason) implements Step {
		public Done {
			Objects.requireNonNull(reason);
		}
	}
}
