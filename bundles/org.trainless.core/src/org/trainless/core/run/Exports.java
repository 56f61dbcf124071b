/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/** Lets every installed exporter write its file. What one of them does wrong is reported and costs the others nothing. */
final class Exports {
	private final Contributions contributions;

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
	 */
	List<Path> write(Results results, Path directory, Consumer<Problem> problems) {
		List<Path> written = new ArrayList<>();
		for (Contribution contribution : contributions.all(ContributionKind.EXPORTER)) {
			try {
				written.add(write(contribution, results, directory));
			} catch (ProblemException e) {
				e.problems().forEach(p -> problems.accept(new Problem(Severity.WARNING, p.code(), p.message(), p.remedy(),
						p.source(), p.position())));
			} catch (IOException | RuntimeException | LinkageError e) {
				problems.accept(Problem.warning("export-failed",
						"The exporter \"" + contribution.id() + "\" of bundle " + contribution.contributor() + " failed: " + e,
						"the results themselves are complete in trials.jsonl"));
			}
		}
		return written;
	}

	/** Through a temporary file, so that a reader never sees half of it and an older one is replaced as a whole. */
	private Path write(Contribution contribution, Results results, Path directory) throws ProblemException, IOException {
		Exporter exporter = contributions.exporter(contribution.id());
		Path file = directory.resolve(exporter.fileName()).normalize();
		if (!directory.normalize().equals(file.getParent())) {
			throw new IOException("the file name \"" + exporter.fileName() + "\" leaves the run directory");
		}
		Path part = Files.createTempFile(directory, "." + file.getFileName(), ".part");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
				exporter.export(results, out);
			}
			return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(part);
		}
	}
}
