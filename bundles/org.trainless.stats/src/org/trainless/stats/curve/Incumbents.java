/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.curve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Proposal;

/** The best trials at a place of an anytime curve. */
public final class Incumbents {

	private Incumbents() {
	}

	/**
	 * @param trials         of a run, those of a search and seed in their order
	 * @param search         name of the search
	 * @param higherIsBetter whether its greater scores are better
	 * @param axis           what the place is on
	 * @param place          trials beyond it do not count
	 * @return the incumbent of each seed that has one there, in the order in which seeds appear
	 */
	public static List<Trial> at(List<Trial> trials, String search, boolean higherIsBetter, AnytimeAxis axis,
			double place) {
		Map<Long, Trial> best = new LinkedHashMap<>();
		for (Trial trial : trials) {
			if (trial.search().equals(search) && trial.objective().equals(Proposal.OBJECTIVE)
					&& trial.score().isFinite() && axis.of(trial) <= place) {
				best.merge(trial.seed(), trial,
						(before, now) -> (higherIsBetter ? now.score().value() > before.score().value()
								: now.score().value() < before.score().value()) ? now : before);
			}
		}
		return List.copyOf(best.values());
	}
}
