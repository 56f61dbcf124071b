/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * The problems that any reader may have with a file.
 */
public final class FileProblems {
	private FileProblems() {
	}

	/**
	 * @param folder what should be a folder
	 * @param holds  what should be in it, for people
	 * @throws ProblemException when it does not exist or is none
	 */
	public static void requireFolder(Path folder, String holds) throws ProblemException {
		if (!Files.exists(folder)) {
			throw new ProblemException(Problem.error("missing-folder", "the folder does not exist",
					"set 'path' to the folder that holds " + holds).in(folder.toString()));
		}
		if (!Files.isDirectory(folder)) {
			throw new ProblemException(Problem.error("not-a-folder", "this is a file, not a folder",
					"set 'path' to the folder that holds " + holds).in(folder.toString()));
		}
	}

	/**
	 * @param file  what could not be read
	 * @param cause how the file system said so
	 * @return the problem
	 */
	public static ProblemException unreadable(Path file, IOException cause) {
		Problem problem;
		if (cause instanceof NoSuchFileException) {
			problem = Problem.error("missing-file", "the file does not exist", "check the path");
		} else if (cause instanceof AccessDeniedException) {
			problem = Problem.error("unreadable-file", "the file may not be read", "change its permissions");
		} else {
			problem = Problem.error("unreadable-file", "the file cannot be read: " + describe(cause), "check the disk");
		}
		return new ProblemException(problem.in(file.toString()), cause);
	}

	/**
	 * @param file   which file
	 * @param detail where it ends and what is lacking
	 * @return the problem that it ends early
	 */
	public static ProblemException truncated(Path file, String detail) {
		return new ProblemException(Problem.error("truncated", "the file is truncated: " + detail, "get the file again")
				.in(file.toString()));
	}

	/**
	 * @param file   which file
	 * @param detail what is wrong
	 * @param remedy what to do
	 * @return the problem that it is not the kind of file it should be
	 */
	public static ProblemException wrongContent(Path file, String detail, String remedy) {
		return new ProblemException(Problem.error("wrong-content", detail, remedy).in(file.toString()));
	}

	private static String describe(IOException cause) {
		return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
	}
}
