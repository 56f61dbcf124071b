/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.trainless.figures.Figure;
import org.trainless.figures.Style;
import org.trainless.stats.landscape.FeatureGroup;
import org.trainless.stats.landscape.Landscape;
import org.trainless.stats.landscape.LandscapeAgreement;
import org.trainless.stats.landscape.LandscapePoint;
import org.trainless.ui.charts.feature.FeatureValues;
import org.trainless.ui.charts.feature.GroupNames;

/**
 * The figure of a landscape, and which of its points is which architecture. One selected architecture has a frame; of
 * several, the others step back. Immutable.
 */
final class LandscapeFigure {
	private static final int PER_CENT = 100;

	private final LandscapeSource source;
	private final Landscape landscape;
	private final GroupNames names;
	private final double[] values;
	private final Figure figure;
	/** Layers are told by identity: a figure that was shown before this one finds nothing here. */
	private final Map<Figure.Layer, int[]> members = new IdentityHashMap<>();

	/**
	 * @param source   what is shown
	 * @param values   the feature that tells the points apart
	 * @param selected architectures that are selected
	 */
	LandscapeFigure(LandscapeSource source, FeatureValues values, Set<String> selected) {
		this.source = source;
		this.landscape = source.landscape().get();
		this.names = new GroupNames(values.feature().type(), values.name(List.of(source.task())));
		this.values = landscape.points().stream().mapToDouble(p -> values.of(p.architecture(), source.task()))
				.toArray();
		this.figure = new Figure(NLS.bind(Messages.LandscapeFigure_title, source.name()), subtitle(),
				NLS.bind(Messages.LandscapeFigure_score, source.proxy()),
				NLS.bind(Messages.LandscapeFigure_accuracy, source.accuracy()), layers(selected));
	}

	Figure figure() {
		return figure;
	}

	Landscape landscape() {
		return landscape;
	}

	String space() {
		return source.space();
	}

	private List<Figure.Layer> layers(Set<String> selected) {
		List<LandscapePoint> points = landscape.points();
		boolean[] marked = new boolean[points.size()];
		for (int i = 0; i < marked.length; i++) {
			marked[i] = selected.contains(points.get(i).architecture());
		}
		int count = (int) IntStream.range(0, marked.length).filter(i -> marked[i]).count();
		List<Figure.Layer> layers = new ArrayList<>();
		if (count > 1) {
			add(layers, Messages.LandscapeFigure_others, Style.CONTEXT,
					IntStream.range(0, marked.length).filter(i -> !marked[i]).toArray(), marked);
		}
		int style = 0;
		for (FeatureGroup group : FeatureGroup.of(values)) {
			int[] shown = Arrays.stream(group.members()).filter(i -> count < 2 || marked[i]).toArray();
			add(layers, names.ofSeveral(group, style == 0), style, shown, marked);
			style++;
		}
		return layers;
	}

	/** In the order of scores, in which the arrow keys go. */
	private void add(List<Figure.Layer> layers, String name, int style, int[] indices, boolean[] marked) {
		List<LandscapePoint> points = landscape.points();
		int[] shown = Arrays.stream(indices).filter(i -> points.get(i).isFinite()).boxed()
				.sorted((a, b) -> Double.compare(points.get(a).score(), points.get(b).score())).mapToInt(i -> i)
				.toArray();
		if (shown.length == 0) {
			return;
		}
		int[] frames = IntStream.range(0, shown.length).filter(i -> marked[shown[i]]).toArray();
		Figure.Layer layer = new Figure.Points(name, style,
				Arrays.stream(shown).mapToDouble(i -> points.get(i).score()).toArray(),
				Arrays.stream(shown).mapToDouble(i -> points.get(i).accuracy()).toArray(),
				frames.length == 1 ? OptionalInt.of(frames[0]) : OptionalInt.empty());
		members.put(layer, shown);
		layers.add(layer);
	}

	/** With the sign for minus, which reads better than a hyphen. */
	private static String two(double value) {
		return Double.isNaN(value) ? Messages.LandscapeFigure_undefined
				: String.format(Locale.ROOT, "%.2f", value).replace('-', '−'); //$NON-NLS-1$
	}

	private String subtitle() {
		Optional<LandscapeAgreement> agreement = landscape.agreement(OptionalInt.empty());
		if (agreement.isEmpty()) {
			return Messages.LandscapeFigure_tooFew;
		}
		LandscapeAgreement a = agreement.get();
		List<String> lines = new ArrayList<>();
		lines.add(NLS.bind(Messages.LandscapeFigure_agreement,
				new Object[] { two(a.spearman()), two(a.kendall()), GroupNames.number(a.count()) }));
		if (a.nonFinite() > 0) {
			lines.set(0, NLS.bind(Messages.LandscapeFigure_nonFinite, lines.get(0), GroupNames.number(a.nonFinite())));
		}
		lines.add(NLS.bind(Messages.LandscapeFigure_best, new Object[] { GroupNames.number(a.top()),
				GroupNames.number(Math.round(PER_CENT * a.topOverlap())), two(a.topSpearman()) }));
		lines.add(NLS.bind(Messages.LandscapeFigure_pick, new Object[] { two(a.pick().accuracy()),
				two(a.optimum().accuracy()), GroupNames.number(a.rankOfOptimum()) }));
		if (landscape.withoutAccuracy() > 0) {
			lines.add(
					NLS.bind(Messages.LandscapeFigure_withoutAccuracy, GroupNames.number(landscape.withoutAccuracy())));
		}
		return String.join("\n", lines); //$NON-NLS-1$
	}

	/**
	 * @param layer a layer of this figure
	 * @param index of a point in it
	 * @return the point; empty when the layer is of another figure
	 */
	Optional<LandscapePoint> point(Figure.Layer layer, int index) {
		return Optional.ofNullable(members.get(layer)).map(m -> landscape.points().get(m[index]));
	}

	/**
	 * @return what to say of a point
	 */
	String describe(Figure.Layer layer, int index) {
		int[] shown = members.get(layer);
		if (shown == null) {
			return ""; //$NON-NLS-1$
		}
		LandscapePoint point = landscape.points().get(shown[index]);
		String seeds = point.seeds() == 1 ? "" : NLS.bind(Messages.LandscapeFigure_seeds, point.seeds()); //$NON-NLS-1$
		return NLS.bind(Messages.LandscapeFigure_point,
				new Object[] { point.architecture(), source.proxy(), String.format(Locale.ROOT, "%.6g", point.score()), //$NON-NLS-1$
						seeds, two(point.accuracy()), names.name(), GroupNames.number(values[shown[index]]) });
	}
}
