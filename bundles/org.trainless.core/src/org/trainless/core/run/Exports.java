/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.trainless.api.export.Exporter;
import org.trainless.api.export.Results;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;
import org.trainless.core.registry.Contributions;
import org.trainless.store.RunDirectory;

/**
 * Lets every installed exporter write its file. What one of them does wrong is reported and costs the others nothing;
 * what cannot be written for want of space or permission is a failure of the run.
 */
final class Exports {
	private final Contributions contributions;

	/** An exporter and what its plug-in says of it. */
	private record Installed(Contribution contribution, Exporter exporter) {
		boolean writesTheLastFile() {
			return exporter.fileName().equals(RunDirectory.FINISHED);
		}
	}

	/** Something that the exporter itself does wrong, on its way through code that writes files. */
	private static final class ExporterFailure extends RuntimeException {
		private static final long serialVersionUID = 1L;

		ExporterFailure(Throwable cause) {
			super(cause);
		}
	}

	/**
	 * @param contributions where the exporters are
	 */
	Exports(Contributions contributions) {
		this.contributions = contributions;
	}

	/**
	 * @param results   what to write
	 * @param directory where to
	 * @param problems  told what failed
	 * @return the files that were written
	 * @throws ProblemException when the directory cannot be written
	 */
	List<Path> write(Results results, RunDirectory directory, Consumer<Problem> problems) throws ProblemException {
		List<Path> written = new ArrayList<>();
		for (Installed installed : inOrder(problems)) {
			try {
				written.add(write(installed.exporter(), results, directory));
			} catch (ExporterFailure | IllegalArgumentException e) {
				Contribution contribution = installed.contribution();
				Throwable cause = e instanceof ExporterFailure ? e.getCause() : e;
				problems.accept(Problem.warning(
						"export-failed", "the exporter '" + contribution.id() + "' of bundle "
								+ contribution.contributor() + " failed: " + cause,
						"the results themselves are complete in " + RunDirectory.TRIALS));
			}
		}
		return written;
	}

	/** The file whose presence says that a run has finished comes last. */
	private List<Installed> inOrder(Consumer<Problem> problems) {
		List<Installed> installed = new ArrayList<>();
		List<Installed> last = new ArrayList<>();
		for (Contribution contribution : contributions.all(ContributionKind.EXPORTER)) {
			try {
				Installed one = new Installed(contribution, contributions.exporter(contribution.id()));
				(one.writesTheLastFile() ? last : installed).add(one);
			} catch (ProblemException e) {
				e.problems().forEach(p -> problems.accept(
						new Problem(Severity.WARNING, p.code(), p.message(), p.remedy(), p.source(), p.position())));
			}
		}
		installed.addAll(last);
		return installed;
	}

	private static Path write(Exporter exporter, Results results, RunDirectory directory) throws ProblemException {
		String name = exporter.fileName();
		Path file = directory.path().resolve(name).normalize();
		if (!directory.path().normalize().equals(file.getParent())) {
			throw new IllegalArgumentException("the file name '" + name + "' leaves the run directory");
		}
		directory.write(name, out -> export(exporter, results, out));
		return file;
	}

	private static void export(Exporter exporter, Results results, OutputStream out) throws IOException {
		try {
			exporter.export(results, out);
		} catch (RuntimeException | LinkageError e) {
			throw new ExporterFailure(e);
		}
	}
}
