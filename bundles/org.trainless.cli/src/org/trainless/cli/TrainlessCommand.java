/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a sub-command: it explains itself. */
@Command(name = "trainless", mixinStandardHelpOptions = true, versionProvider = TrainlessCommand.Version.class, description = {
		"Neural architecture search without training.",
		"Alone, or with the word ui, it opens the workbench; with a command it works without a display." }, scope = CommandLine.ScopeType.INHERIT, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
				"0:done", "1:failed", "2:wrong usage", "3:a file is not valid or cannot be read",
				"4:a run directory is in use", "130:interrupted", "143:ended by SIGTERM" })
final class TrainlessCommand implements Runnable {
	@Spec
	private CommandSpec spec;

	/** The version of the bundle. */
	static final class Version implements CommandLine.IVersionProvider {
		@Override
		public String[] getVersion() {
			// none where the classes do not come from an installation, as in plain tests
			Bundle bundle = FrameworkUtil.getBundle(Version.class);
			return new String[] { bundle == null ? "trainless" : "trainless " + bundle.getVersion() };
		}
	}

	@Override
	public void run() {
		spec.commandLine().usage(spec.commandLine().getOut());
	}
}
