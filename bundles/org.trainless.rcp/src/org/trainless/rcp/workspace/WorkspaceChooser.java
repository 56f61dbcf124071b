/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.workspace;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

/** Sets the folder that the workbench works on: the one that was given, the one used before, or the one chosen now. */
public final class WorkspaceChooser {
	private final Display display;
	private final Location location;
	private final RecentWorkspaces recent = RecentWorkspaces.ofUser();

	/**
	 * @param display  where to ask
	 * @param location to be set and locked
	 */
	public WorkspaceChooser(Display display, Location location) {
		this.display = display;
		this.location = location;
	}

	/**
	 * @return true when the location is set and locked; false when the user gave up, after the reason was told
	 */
	public boolean choose() {
		if (location.isSet()) {
			Path given = path(location);
			Optional<String> refusal = lock(given, () -> location.lock());
			refusal.ifPresent(r -> MessageDialog.openError(null, Messages.WorkspaceChooser_title, r));
			return refusal.isEmpty();
		}
		String suggested = recent.all().isEmpty() ? defaultWorkspace().toString() : recent.all().get(0);
		if (!recent.ask() && set(Path.of(suggested)).isEmpty()) {
			return true;
		}
		String message = null;
		while (true) {
			WorkspaceDialog dialog = new WorkspaceDialog(null, suggested, recent.all(), message);
			if (dialog.open() != Window.OK) {
				return false;
			}
			suggested = dialog.path();
			Optional<String> refusal = set(Path.of(suggested));
			if (refusal.isEmpty()) {
				recent.used(suggested, !dialog.remember());
				return true;
			}
			message = refusal.get();
		}
	}

	private static Path defaultWorkspace() {
		return Path.of(System.getProperty("user.home"), "trainless-workspace"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Optional<String> set(Path path) {
		try {
			Files.createDirectories(path);
			return lock(path, () -> location.set(path.toUri().toURL(), true));
		} catch (IOException e) {
			return Optional.of(NLS.bind(Messages.WorkspaceChooser_cannot, path, e.getMessage()));
		}
	}

	/** Takes the lock of a workspace. */
	private interface Lock {
		boolean take() throws IOException;
	}

	private static Optional<String> lock(Path path, Lock lock) {
		try {
			if (!lock.take()) {
				return Optional.of(
						WorkspaceOwner.read(path).map(who -> NLS.bind(Messages.WorkspaceChooser_lockedBy, path, who))
								.orElse(NLS.bind(Messages.WorkspaceChooser_locked, path)));
			}
		} catch (IOException e) {
			return Optional.of(NLS.bind(Messages.WorkspaceChooser_cannot, path, e.getMessage()));
		}
		try {
			WorkspaceOwner.write(path);
		} catch (IOException e) {
			// the workspace is ours all the same; others will not be told by whom it is held
			ILog.of(WorkspaceChooser.class).warn(e.getMessage(), e);
		}
		return Optional.empty();
	}

	private static Path path(Location location) {
		return new File(URI.create(location.getURL().toString().replace(" ", "%20"))).toPath(); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
