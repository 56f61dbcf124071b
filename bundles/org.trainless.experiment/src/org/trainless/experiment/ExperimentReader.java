/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

/**
 * Reads experiment files. Whatever the text is, reading ends in bounded time with a result that says all that is wrong;
 * nothing is thrown for it. Immutable; thread-safe if what its context holds is.
 */
public final class ExperimentReader {
	private final ReadContext context;

	/**
	 * @param context what the meaning of a file depends on
	 */
	public ExperimentReader(ReadContext context) {
		this.context = Objects.requireNonNull(context);
	}

	/**
	 * @param sourceName the file as the user names it, for problems
	 * @param text       the file's content
	 * @return the experiment, or what is wrong
	 */
	public ExperimentResult read(String sourceName, String text) {
		YamlDocument document = new YamlParser().parse(sourceName, text);
		Problems problems = new Problems();
		document.problems().forEach(problems::add);
		Optional<Experiment> experiment = document.root().flatMap(root -> interpret(document, root, problems));
		return new ExperimentResult(experiment.filter(e -> !problems.hasErrors()), document,
				problems.sorted(sourceName));
	}

	/**
	 * Reads a file. Relative paths are relative to the file's own folder, whatever the context says.
	 *
	 * @param file the file
	 * @return the experiment, or what is wrong with the text
	 * @throws ProblemException when the file cannot be read or is not text in UTF-8
	 */
	public ExperimentResult read(Path file) throws ProblemException {
		Path folder = file.toAbsolutePath().getParent();
		ExperimentReader reader = new ExperimentReader(folder == null ? context : context.withBaseDirectory(folder));
		return reader.read(file.toString(), text(file));
	}

	private static String text(Path file) throws ProblemException {
		// four bytes for each character, a byte order mark, and one more to see that there are too many
		int most = 4 * YamlParser.MAX_LENGTH + 4;
		byte[] bytes;
		try (InputStream in = Files.newInputStream(file)) {
			bytes = in.readNBytes(most);
		} catch (NoSuchFileException e) {
			throw new ProblemException(
					Problem.error("no-such-file", "there is no such file", "check the path").in(file.toString()), e);
		} catch (AccessDeniedException e) {
			throw new ProblemException(
					Problem.error("io", "the file must not be read", "check its permissions").in(file.toString()), e);
		} catch (IOException e) {
			String what = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
			throw new ProblemException(Problem.error("io", "the file cannot be read: " + what, "").in(file.toString()),
					e);
		}
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CharBuffer out = CharBuffer.allocate(bytes.length);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
		CoderResult result = decoder.decode(in, out, true);
		out.flip();
		if (result.isError() && bytes.length < most) {
			String read = out.toString();
			Position end = new YamlParser().parse(file.toString(), read).positionOf(read.length(), read.length());
			throw new ProblemException(Problem
					.error("bad-encoding", String.format("the byte 0x%02X is not text in UTF-8", bytes[in.position()]),
							"save the file as UTF-8", end)
					.in(file.toString()), null);
		}
		return out.toString();
	}

	private Optional<Experiment> interpret(YamlDocument document, Node root, Problems problems) {
		Location beginning = new Location(document.source(), Optional.of(Position.START));
		if (!(root instanceof Mapping written)) {
			problems.add(beginning.error("wrong-type", "an experiment has keys, but this is " + root.kind(),
					"begin with the line 'format: " + ExperimentFormat.VERSION + "'"));
			return Optional.empty();
		}
		Mapping mapping = new Overrides(problems).apply(written, context.overrides());
		Optional<Location> newer = newerFormat(mapping);
		if (newer.isPresent()) {
			// what else the newer format means by its keys cannot be known, so nothing else is said
			Problems only = new Problems();
			String version = ((Scalar) mapping.get(ExperimentFormat.FORMAT).orElseThrow()).value();
			only.add(newer.get().error(
					"newer-format", "the file is of format " + Words.quoted(version)
							+ "; this version of Trainless reads format " + ExperimentFormat.VERSION,
					"use a newer version of Trainless"));
			problems.replaceBy(only);
			return Optional.empty();
		}
		List<ParameterDescriptor> declared = ExperimentFormat.keys();
		ParameterReader reader = new ParameterReader(document, context, problems);
		Parameters values = reader.root(mapping, beginning, declared);
		return new ExperimentBuilder(document, context, problems, reader.chosen()).build(mapping, values);
	}

	private static Optional<Location> newerFormat(Mapping mapping) {
		return mapping.get(ExperimentFormat.FORMAT).filter(Scalar.class::isInstance).map(Scalar.class::cast)
				.filter(s -> s.value().matches("[0-9]{1,9}") && Integer.parseInt(s.value()) > ExperimentFormat.VERSION)
				.map(Scalar::location);
	}
}
