/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.feature;

import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.space.Feature;
import org.trainless.stats.landscape.FeatureGroup;

/**
 * What groups of architectures are called.
 *
 * @param type of the feature
 * @param name of the feature, for people
 */
public record GroupNames(Feature.Type type, String name) {

	/**
	 * @param group one of {@link FeatureGroup#inTwo}
	 * @param first whether it is the first of the two
	 * @return its name
	 */
	public String ofTwo(FeatureGroup group, boolean first) {
		return switch (type) {
		case COUNT -> NLS.bind(first ? Messages.GroupNames_none : Messages.GroupNames_some, name);
		case FLAG -> NLS.bind(first ? Messages.GroupNames_no : Messages.GroupNames_yes, name);
		case REAL -> NLS.bind(first ? Messages.GroupNames_upTo : Messages.GroupNames_from, name,
				number(first ? group.high() : group.low()));
		};
	}

	/**
	 * @param group one of {@link FeatureGroup#of}
	 * @param first whether it is the first of several; a legend names the feature once
	 * @return its name
	 */
	public String ofSeveral(FeatureGroup group, boolean first) {
		if (type == Feature.Type.FLAG) {
			return NLS.bind(group.low() == 0 ? Messages.GroupNames_no : Messages.GroupNames_yes, name);
		}
		String range = group.low() == group.high() ? number(group.low())
				: NLS.bind(Messages.GroupNames_range, number(group.low()), number(group.high()));
		return first ? NLS.bind(Messages.GroupNames_value, name, range) : range;
	}

	/**
	 * @param value a number
	 * @return as people read it
	 */
	public static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.format(Locale.ROOT, "%,d", (long) value) //$NON-NLS-1$
				: String.format(Locale.ROOT, "%.4g", value); //$NON-NLS-1$
	}
}
