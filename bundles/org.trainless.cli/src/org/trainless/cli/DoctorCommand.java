/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.trainless.api.problem.ProblemException;
import org.trainless.core.doctor.Doctor;
import org.trainless.core.doctor.Finding;
import org.trainless.core.score.StoreLocation;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at the machine, the installation and the data. */
@Command(name = "doctor", description = "Say what this machine offers, what is used, and what is wrong.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "FILE", arity = "0..*", description = "Experiment files whose data and benchmarks to look at.")
	private List<Path> files = new ArrayList<>();

	@Option(names = "--out", paramLabel = "DIR", description = "Where runs would be written. Default: runs/ beside the first file.")
	private Path out;

	@Option(names = "--store", paramLabel = "PATH|none", description = "Score store. Default: the one that runs use.")
	private String store;

	@Option(names = "--json", description = "Print as JSON.")
	private boolean json;

	DoctorCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		List<Finding> findings = environment.services().get(Doctor.class).examine(files, runFolder(),
				StoreLocation.of(Optional.ofNullable(store)), environment.interruption());
		if (json) {
			environment.terminal().out().println(json(findings));
		} else {
			print(findings);
		}
		return isWell(findings) ? ExitCode.OK : ExitCode.FAILED;
	}

	private Path runFolder() {
		if (out != null) {
			return out.toAbsolutePath();
		}
		return files.isEmpty() ? Path.of("runs").toAbsolutePath()
				: files.get(0).toAbsolutePath().resolveSibling("runs");
	}

	private static boolean isWell(List<Finding> findings) {
		return findings.stream().noneMatch(f -> f.state() == Finding.State.BROKEN);
	}

	private void print(List<Finding> findings) {
		PrintWriter out = environment.terminal().out();
		int width = findings.stream().mapToInt(f -> f.name().length()).max().orElse(0);
		String topic = "";
		for (Finding finding : findings) {
			if (!finding.topic().equals(topic)) {
				topic = finding.topic();
				out.println(topic);
			}
			String mark = switch (finding.state()) {
			case GOOD -> "  ";
			case NOTE -> "- ";
			case BROKEN -> "! ";
			};
			out.println(
					"  " + mark + finding.name() + " ".repeat(width - finding.name().length() + 2) + finding.value());
			if (!finding.remedy().isEmpty()) {
				out.println(" ".repeat(width + 6) + "-> " + finding.remedy());
			}
		}
		long broken = findings.stream().filter(f -> f.state() == Finding.State.BROKEN).count();
		out.println(
				broken == 0 ? "nothing is broken" : broken + (broken == 1 ? " thing is broken" : " things are broken"));
	}

	private static String json(List<Finding> findings) {
		JsonArray list = new JsonArray();
		for (Finding finding : findings) {
			JsonObject one = new JsonObject();
			one.addProperty("topic", finding.topic());
			one.addProperty("name", finding.name());
			one.addProperty("value", finding.value());
			one.addProperty("state", finding.state().name().toLowerCase(java.util.Locale.ROOT));
			one.addProperty("remedy", finding.remedy());
			list.add(one);
		}
		JsonObject all = new JsonObject();
		all.addProperty("well", isWell(findings));
		all.add("findings", list);
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all);
	}
}
