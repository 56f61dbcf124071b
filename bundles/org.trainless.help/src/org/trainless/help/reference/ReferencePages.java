/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.help.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trainless.api.param.Catalog;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.space.Feature;
import org.trainless.experiment.ExperimentFormat;

/**
 * The reference as pages of HTML: one for each kind of contribution and one for the experiment file, all from the same
 * declarations as forms, checks and content assist. Immutable.
 */
public final class ReferencePages {
	/** Name of the page on the experiment file. */
	public static final String FILE = "file"; //$NON-NLS-1$

	private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s;,]*[^\\s;,.)]"); //$NON-NLS-1$
	private static final double EXACT = 1e15;

	private final Catalog catalog;
	private final Function<Contribution, List<Feature>> features;

	/**
	 * @param catalog  what is installed
	 * @param features the features of a search space; empty when it cannot be loaded
	 */
	public ReferencePages(Catalog catalog, Function<Contribution, List<Feature>> features) {
		this.catalog = Objects.requireNonNull(catalog);
		this.features = Objects.requireNonNull(features);
	}

	/**
	 * @param name {@link #FILE} or the id of a kind of contributions
	 * @return the page, a whole document; empty when there is none of that name
	 */
	public Optional<String> page(String name) {
		return name.equals(FILE) ? Optional.of(file()) : ContributionKind.ofId(name).map(this::kind);
	}

	private String file() {
		HtmlPage page = new HtmlPage("Experiment file"); //$NON-NLS-1$
		page.raw(
				"""
						<p>YAML, its name ends with <code>.nas.yaml</code>. An unknown or repeated key is an error. Paths are relative to the file;
						<code>${NAME}</code> in a value is a <a href="../html/data.html">variable</a>. Where a strategy, proxy, dataset or benchmark is
						named, its id alone is enough (<code>proxy: naswot</code>); with parameters, they stand beside the id
						(<code>proxy: { id: naswot, hooks: module }</code>).</p>"""); //$NON-NLS-1$
		parameters(page, ExperimentFormat.keys());
		return page.end();
	}

	private static String title(ContributionKind kind) {
		return switch (kind) {
		case SEARCH_SPACE -> "Search spaces and features"; //$NON-NLS-1$
		case STRATEGY -> "Strategies"; //$NON-NLS-1$
		case PROXY -> "Proxies"; //$NON-NLS-1$
		case DATASET -> "Datasets"; //$NON-NLS-1$
		case BENCHMARK -> "Benchmarks"; //$NON-NLS-1$
		case EXPORTER -> "Exporters"; //$NON-NLS-1$
		};
	}

	private String kind(ContributionKind kind) {
		HtmlPage page = new HtmlPage(title(kind));
		List<Contribution> all = catalog.all(kind);
		if (all.isEmpty()) {
			page.element("p", "None is installed."); //$NON-NLS-1$ //$NON-NLS-2$
		}
		for (Contribution contribution : all) {
			contribution(page, contribution);
		}
		return page.end();
	}

	private void contribution(HtmlPage page, Contribution contribution) {
		page.heading("h2", contribution.id(), contribution.name()); //$NON-NLS-1$
		if (contribution.deprecated()) {
			page.element("p", "Deprecated." //$NON-NLS-1$ //$NON-NLS-2$
					+ contribution.replacedBy().map(r -> " Use " + r + " instead.").orElse("")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		page.element("p", contribution.description()); //$NON-NLS-1$
		reference(page, contribution.reference());
		List<String> facts = new ArrayList<>();
		if (!contribution.requires().isEmpty()) {
			facts.add("needs " + String.join(", ", contribution.requires().stream().sorted().toList())); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (!contribution.aliases().isEmpty()) {
			facts.add("also known as " + String.join(", ", contribution.aliases().stream().sorted().toList())); //$NON-NLS-1$ //$NON-NLS-2$
		}
		facts.add("from " + contribution.contributor()); //$NON-NLS-1$
		page.raw("<p class=\"fact\">" + HtmlPage.escaped(String.join(" · ", facts)) + "</p>"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		parameters(page, contribution.parameters());
		if (contribution.kind() == ContributionKind.SEARCH_SPACE) {
			features(page, features.apply(contribution));
		}
	}

	/** Addresses in it become links. */
	private static void reference(HtmlPage page, String reference) {
		if (reference.isEmpty()) {
			return;
		}
		StringBuilder html = new StringBuilder("<p>"); //$NON-NLS-1$
		Matcher addresses = ADDRESS.matcher(reference);
		int end = 0;
		while (addresses.find()) {
			String address = HtmlPage.escaped(addresses.group());
			html.append(HtmlPage.escaped(reference.substring(end, addresses.start()))).append("<a href=\"") //$NON-NLS-1$
					.append(address).append("\">").append(address).append("</a>"); //$NON-NLS-1$ //$NON-NLS-2$
			end = addresses.end();
		}
		page.raw(html.append(HtmlPage.escaped(reference.substring(end))).append("</p>").toString()); //$NON-NLS-1$
	}

	private static void parameters(HtmlPage page, List<ParameterDescriptor> parameters) {
		if (parameters.isEmpty()) {
			return;
		}
		page.raw("<dl>"); //$NON-NLS-1$
		for (ParameterDescriptor parameter : parameters) {
			page.entry(parameter.name(), facts(parameter), parameter.description());
			if (parameter.type() == ParameterType.CONTRIBUTION) {
				ContributionKind kind = parameter.kind().orElseThrow();
				page.raw("<dd>"); //$NON-NLS-1$
				page.link("One of: ", kind.id() + ".html", title(kind)); //$NON-NLS-1$ //$NON-NLS-2$
				page.raw("</dd>"); //$NON-NLS-1$
			}
			if (!parameter.parameters().isEmpty()) {
				page.raw("<dd>"); //$NON-NLS-1$
				parameters(page, parameter.parameters());
				page.raw("</dd>"); //$NON-NLS-1$
			}
		}
		page.raw("</dl>"); //$NON-NLS-1$
	}

	static String facts(ParameterDescriptor parameter) {
		List<String> facts = new ArrayList<>();
		String type = switch (parameter.type()) {
		case CHOICE -> String.join(" | ", parameter.choices()); //$NON-NLS-1$
		case CONTRIBUTION -> parameter.kind().orElseThrow().label();
		case GROUP -> "group"; //$NON-NLS-1$
		default -> parameter.type().name().toLowerCase(Locale.ROOT);
		};
		facts.add(parameter.list() ? "list of " + type : type); //$NON-NLS-1$
		parameter.min().ifPresent(m -> facts.add("≥ " + number(m))); //$NON-NLS-1$
		parameter.max().ifPresent(m -> facts.add("≤ " + number(m))); //$NON-NLS-1$
		if (!parameter.unit().isEmpty()) {
			facts.add("in " + parameter.unit()); //$NON-NLS-1$
		}
		parameter.defaultValue().filter(d -> !d.isEmpty()).ifPresent(d -> facts.add("default " + d)); //$NON-NLS-1$
		if (parameter.required()) {
			facts.add("required"); //$NON-NLS-1$
		}
		return String.join(", ", facts); //$NON-NLS-1$
	}

	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < EXACT ? String.format(Locale.ROOT, "%,d", (long) value) //$NON-NLS-1$
				: Double.toString(value);
	}

	private static void features(HtmlPage page, List<Feature> features) {
		if (features.isEmpty()) {
			return;
		}
		page.element("h3", "Features"); //$NON-NLS-1$ //$NON-NLS-2$
		page.raw(
				"<p>What <a href=\"../html/constraints.html\">constraints</a>, plots and tables may speak of.</p>\n<dl>"); //$NON-NLS-1$
		for (Feature feature : features) {
			String type = switch (feature.type()) {
			case COUNT -> "count"; //$NON-NLS-1$
			case FLAG -> "yes or no"; //$NON-NLS-1$
			case REAL -> "number"; //$NON-NLS-1$
			};
			page.entry(feature.name(), feature.unit().isEmpty() ? type : type + ", in " + feature.unit(), //$NON-NLS-1$
					feature.description());
		}
		page.raw("</dl>"); //$NON-NLS-1$
	}
}
