/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.NearestName;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.registry.Contributions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says all that is known of a contribution, from its declaration. */
@Command(name = "describe", description = "Describe a contribution and its parameters.", mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "ID", description = "An id that 'list' shows.")
	private String id;

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	DescribeCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		Contributions contributions = environment.services().get(Contributions.class);
		List<Contribution> found = Arrays.stream(ContributionKind.values())
				.flatMap(k -> contributions.find(k, id).stream()).toList();
		if (found.isEmpty()) {
			List<String> ids = Arrays.stream(ContributionKind.values())
					.flatMap(k -> contributions.all(k).stream().map(Contribution::id)).toList();
			throw new ProblemException(
					Problem.error("unknown-contribution", "nothing is installed under the id '" + id + "'",
							NearestName.of(id, ids).map(n -> "did you mean '" + n + "'? ").orElse("")
									+ "'trainless list' shows all"));
		}
		if (json) {
			environment.terminal()
					.json(new Json.Descriptions(found.stream().map(DescribeCommand::description).toList()));
		} else {
			found.forEach(this::print);
		}
		return ExitCode.OK;
	}

	private static Json.Description description(Contribution c) {
		return new Json.Description(c.id(), c.kind().id(), c.name(), c.description(), c.reference(),
				c.aliases().stream().sorted().toList(), c.requires().stream().sorted().toList(), c.contributor(),
				c.deprecated(), c.replacedBy().orElse(null),
				c.parameters().stream().map(DescribeCommand::parameter).toList());
	}

	private static Json.Parameter parameter(ParameterDescriptor p) {
		return new Json.Parameter(p.name(), p.type().name().toLowerCase(Locale.ROOT), p.list(),
				p.defaultValue().orElse(null), p.min().orElse(null), p.max().orElse(null), p.choices(), p.unit(),
				p.required(), p.kind().map(ContributionKind::id).orElse(null), p.description(),
				p.parameters().stream().map(DescribeCommand::parameter).toList());
	}

	private void print(Contribution contribution) {
		PrintWriter out = environment.terminal().out();
		out.println(contribution.name() + " (" + contribution.kind().label() + " " + contribution.id() + ")");
		out.println(contribution.description());
		if (!contribution.reference().isEmpty()) {
			out.println("Reference: " + contribution.reference());
		}
		if (!contribution.requires().isEmpty()) {
			out.println("Requires: " + String.join(", ", contribution.requires().stream().sorted().toList()));
		}
		if (contribution.deprecated()) {
			out.println("Deprecated" + contribution.replacedBy().map(r -> ": use " + r).orElse(""));
		}
		if (!contribution.aliases().isEmpty()) {
			out.println("Also known as: " + String.join(", ", contribution.aliases().stream().sorted().toList()));
		}
		out.println("From: " + contribution.contributor());
		if (!contribution.parameters().isEmpty()) {
			out.println("Parameters:");
			print(contribution.parameters(), "  ");
		}
		out.println();
	}

	private void print(List<ParameterDescriptor> parameters, String indent) {
		for (ParameterDescriptor parameter : parameters) {
			environment.terminal().out().println(indent + parameter.name() + ": " + type(parameter));
			environment.terminal().out().println(indent + "    " + parameter.description());
			print(parameter.parameters(), indent + "    ");
		}
	}

	private static String type(ParameterDescriptor parameter) {
		StringBuilder text = new StringBuilder(parameter.list() ? "list of " : "");
		text.append(parameter.type() == ParameterType.CHOICE ? String.join(" | ", parameter.choices())
				: parameter.type().name().toLowerCase(Locale.ROOT));
		parameter.min().ifPresent(m -> text.append(", from ").append(number(m)));
		parameter.max().ifPresent(m -> text.append(", to ").append(number(m)));
		if (!parameter.unit().isEmpty()) {
			text.append(", in ").append(parameter.unit());
		}
		parameter.defaultValue().ifPresent(d -> text.append(", default ").append(d));
		return text.append(parameter.required() ? ", required" : "").toString();
	}

	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
				: Double.toString(value);
	}
}
