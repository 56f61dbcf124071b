/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.List;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Proposal;

/** The log of the search that is resumed: each proposal must be the one that was logged. */
final class Replay {
	private final List<Trial> trials;

	/**
	 * @param search whose log it is
	 * @param trials its trials, from the first on
	 * @throws ProblemException when they are not all of this search, in order and without gaps
	 */
	Replay(Search search, List<Trial> trials) throws ProblemException {
		this.trials = List.copyOf(trials);
		for (int n = 0; n < trials.size(); n++) {
			Trial trial = trials.get(n);
			if (trial.number() != n || trial.seed() != search.seed() || !trial.search().equals(search.name())) {
				throw new ProblemException(Problem.error("log-mismatch",
						"the log has trial " + trial.number() + " of search '" + trial.search() + "' with seed "
								+ trial.seed() + " where trial " + n + " of search '" + search.name() + "' with seed "
								+ search.seed() + " is expected",
						"the log was changed; begin a new run"));
			}
		}
	}

	/** Wall time of the search by its last logged trial. */
	double seconds() {
		return trials.isEmpty() ? 0 : trials.get(trials.size() - 1).elapsedSeconds();
	}

	/**
	 * @param number of a trial
	 * @return true when it was logged
	 */
	boolean has(long number) {
		return number < trials.size();
	}

	Trial trial(long number) {
		return trials.get(Math.toIntExact(number));
	}

	/**
	 * @param proposal what the strategy proposes; the log has a trial of its number
	 * @return that trial
	 * @throws ProblemException when it is another one
	 */
	Trial matching(Proposal proposal) throws ProblemException {
		Trial logged = trial(proposal.id());
		String text = proposal.architecture().text();
		if (!logged.architecture().equals(text) || !logged.objective().equals(proposal.objective())) {
			throw diverged(proposal.id(), "the log has " + logged.architecture() + " by " + logged.objective()
					+ ", the strategy proposes " + text + " by " + proposal.objective());
		}
		return logged;
	}

	ProblemException diverged(long number, String how) {
		return new ProblemException(Problem.error("diverged", "diverged at trial " + number + ": " + how,
				"the file, the data or the version of a plug-in is not what the run was begun with; restore it, or begin a"
						+ " new run"));
	}
}
