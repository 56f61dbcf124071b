/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a mistyped name was probably meant to be, for the remedy of a {@link Problem}.
 *
 * @since 0.1
 */
public final class NearestName {
	private static final int LONGEST = 64;
	private static final int SHORTEST_PART = 4;
	private static final int SHORTEST_PREFIX = 3;

	private NearestName() {
	}

	/**
	 * The known name at the least distance, if at most a third of the letters (but at least one) differ; else the first
	 * that is a word of the name, or that the name begins. Distance: insertions, deletions, replacements and swaps of
	 * neighbours (Damerau, "A technique for computer detection and correction of spelling errors", CACM 1964); case and
	 * the way of joining words do not count.
	 *
	 * @param name  as it was typed
	 * @param known names that exist; of equally near ones the first is taken
	 * @return the nearest one, if it is near enough to be meant
	 */
	public static Optional<String> of(String name, Collection<String> known) {
		return name.length() > LONGEST ? Optional.empty()
				: within(Math.max(1, name.length() / 3), name, known)
						.or(() -> known.stream().filter(k -> isPart(normal(k), normal(name))).findFirst());
	}

	/**
	 * @param name  as it was typed
	 * @param known names that exist
	 * @return the one that was meant if at most a single slip lies between them
	 */
	public static Optional<String> slip(String name, Collection<String> known) {
		return name.length() > LONGEST ? Optional.empty() : within(1, name, known);
	}

	private static Optional<String> within(int most, String name, Collection<String> known) {
		String typed = normal(name);
		String nearest = null;
		int least = most + 1;
		for (String candidate : known) {
			int distance = distance(typed, normal(candidate));
			if (distance < least) {
				least = distance;
				nearest = candidate;
			}
		}
		return Optional.ofNullable(nearest);
	}

	/** {@code search-space} for {@code space}, or {@code pop} for {@code population}. */
	private static boolean isPart(String known, String typed) {
		return known.length() >= SHORTEST_PART && ("-" + typed + "-").contains("-" + known + "-")
				|| typed.length() >= SHORTEST_PREFIX && known.startsWith(typed);
	}

	private static String normal(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
	}

	private static int distance(String a, String b) {
		int[] before = new int[b.length() + 1];
		int[] previous = new int[b.length() + 1];
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				row[j] = Math.min(previous[j - 1] + cost, 1 + Math.min(previous[j], row[j - 1]));
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					row[j] = Math.min(row[j], before[j - 2] + 1);
				}
			}
			int[] free = before;
			before = previous;
			previous = row;
			row = free;
		}
		return previous[b.length()];
	}
}
