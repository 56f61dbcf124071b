/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.workspace;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** Who works on a workspace, for people who find it locked. The lock itself is the operating system's. */
final class WorkspaceOwner {
	private static final String FILE = "trainless.owner"; //$NON-NLS-1$

	private WorkspaceOwner() {
	}

	/**
	 * @param workspace a workspace that this process has locked
	 * @throws IOException when it cannot be written
	 */
	static void write(Path workspace) throws IOException {
		Files.writeString(file(workspace),
				NLS.bind(Messages.WorkspaceOwner_text,
						new Object[] { System.getProperty("user.name"), ProcessHandle.current().pid(), host(), //$NON-NLS-1$
								Instant.now().truncatedTo(ChronoUnit.SECONDS) }));
	}

	/**
	 * @param workspace a workspace that another process has locked
	 * @return who, if that is known
	 */
	static Optional<String> read(Path workspace) {
		try {
			return Optional.of(Files.readString(file(workspace)).strip()).filter(t -> !t.isEmpty());
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private static Path file(Path workspace) {
		return workspace.resolve(".metadata").resolve(FILE); //$NON-NLS-1$
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		} catch (IOException e) {
			return Messages.WorkspaceOwner_thisMachine;
		}
	}
}
