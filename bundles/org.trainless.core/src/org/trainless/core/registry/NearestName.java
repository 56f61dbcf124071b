/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.List;
import java.util.Optional;

import org.trainless.api.param.Contribution;

/** Finds what a mistyped id was probably meant to be. */
final class NearestName {
	private NearestName() {
	}

	/**
	 * @param id            as it was typed
	 * @param contributions what there is
	 * @return the id or alias nearest by Levenshtein's distance, if it is near enough to be meant
	 */
	static Optional<String> of(String id, List<Contribution> contributions) {
		String nearest = null;
		int least = 1 + Math.max(1, id.length() / 3);
		for (Contribution contribution : contributions) {
			for (String name : names(contribution)) {
				int distance = distance(id, name);
				if (distance < least) {
					least = distance;
					nearest = name;
				}
			}
		}
		return Optional.ofNullable(nearest);
	}

	private static List<String> names(Contribution contribution) {
		return java.util.stream.Stream
				.concat(java.util.stream.Stream.of(contribution.id()), contribution.aliases().stream().sorted()).toList();
	}

	private static int distance(String a, String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
			}
		}
		return row[b.length()];
	}
}
