/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.core.registry.Contributions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is installed. */
@Command(name = "list", description = "List what is installed: search spaces, strategies, proxies, datasets, benchmarks, exporters.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "KIND", arity = "0..1", completionCandidates = Kinds.class, description = "One of searchSpaces, strategies, proxies, datasets, benchmarks, exporters.")
	private String kind;

	/** What a shell offers. */
	static final class Kinds implements Iterable<String> {
		@Override
		public Iterator<String> iterator() {
			return Arrays.stream(ContributionKind.values()).map(ContributionKind::id).iterator();
		}
	}

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	ListCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() {
		List<ContributionKind> kinds = List.of(ContributionKind.values());
		if (kind != null) {
			Optional<ContributionKind> one = ContributionKind.ofId(kind);
			if (one.isEmpty()) {
				return environment.terminal().usage("no kind '" + kind + "'; there are " + Arrays
						.stream(ContributionKind.values()).map(ContributionKind::id).collect(Collectors.joining(", ")));
			}
			kinds = List.of(one.get());
		}
		Contributions contributions = environment.services().get(Contributions.class);
		if (json) {
			environment.terminal()
					.json(new Json.Installed(
							kinds.stream().flatMap(k -> contributions.all(k).stream()).map(ListCommand::entry).toList(),
							contributions.broken().stream().map(b -> b.toLine()).toList()));
		} else {
			TextTable table = new TextTable("ID", "KIND", "NAME", "FROM");
			kinds.forEach(k -> contributions.all(k).forEach(c -> table.row(c.id(), k.label(),
					c.name() + (c.deprecated() ? " (deprecated)" : ""), c.contributor())));
			table.lines().forEach(environment.terminal().out()::println);
		}
		contributions.broken().forEach(b -> environment.terminal().err().println("left out: " + b.toLine()));
		return ExitCode.OK;
	}

	private static Json.Installed.Entry entry(Contribution contribution) {
		return new Json.Installed.Entry(contribution.id(), contribution.kind().id(), contribution.name(),
				contribution.description(), contribution.contributor(), contribution.deprecated(),
				contribution.replacedBy().orElse(null));
	}
}
