/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.concurrent.Callable;

import org.trainless.core.registry.Contributions;
import org.trainless.experiment.schema.JsonSchema;

import picocli.CommandLine.Command;

/** Prints the JSON Schema of experiment files with all that is installed. */
@Command(name = "schema", description = "Print the JSON Schema of experiment files.", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
	private final Environment environment;

	SchemaCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() {
		environment.terminal().out().println(new JsonSchema(environment.services().get(Contributions.class)).text());
		return ExitCode.OK;
	}
}
