/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/** The console of a run; made with its first line, by whichever thread writes that. */
final class RunConsole implements Consumer<String> {
	private final String name;
	private MessageConsole console;
	private MessageConsoleStream stream;

	RunConsole(String name) {
		this.name = name;
	}

	@Override
	public synchronized void accept(String line) {
		if (stream == null) {
			console = new MessageConsole(NLS.bind(Messages.Runs_console, name), null);
			ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] { console });
			stream = console.newMessageStream();
		}
		stream.println(line);
	}

	/** Brings it to the front, if it says anything; what has the focus keeps it. */
	synchronized void show() {
		if (console != null) {
			ConsolePlugin.getDefault().getConsoleManager().showConsoleView(console);
		}
	}
}
