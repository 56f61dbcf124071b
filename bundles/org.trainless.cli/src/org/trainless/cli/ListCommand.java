/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.core.registry.Contributions;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is installed. */
@Command(name = "list", description = "List what is installed: search spaces, strategies, proxies, datasets, benchmarks, exporters.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "KIND", arity = "0..1", description = "One of searchSpaces, strategies, proxies, datasets, benchmarks, exporters.")
	private String kind;

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
				environment.terminal().err().println("no kind '" + kind + "'; there are " + Arrays
						.stream(ContributionKind.values()).map(ContributionKind::id).collect(Collectors.joining(", ")));
				return ExitCode.USAGE;
			}
			kinds = List.of(one.get());
		}
		Contributions contributions = environment.services().get(Contributions.class);
		if (json) {
			JsonArray all = new JsonArray();
			kinds.forEach(k -> contributions.all(k).forEach(c -> all.add(object(c))));
			environment.terminal().out().println(new Gson().toJson(all));
		} else {
			TextTable table = new TextTable("ID", "KIND", "NAME", "FROM");
			kinds.forEach(k -> contributions.all(k).forEach(c -> table.row(c.id(), k.label(),
					c.name() + (c.deprecated() ? " (deprecated)" : ""), c.contributor())));
			table.lines().forEach(environment.terminal().out()::println);
		}
		contributions.broken().forEach(b -> environment.terminal().err().println("left out: " + b));
		return ExitCode.OK;
	}

	private static JsonObject object(Contribution contribution) {
		JsonObject object = new JsonObject();
		object.addProperty("id", contribution.id());
		object.addProperty("kind", contribution.kind().id());
		object.addProperty("name", contribution.name());
		object.addProperty("description", contribution.description());
		object.addProperty("contributor", contribution.contributor());
		return object;
	}
}
