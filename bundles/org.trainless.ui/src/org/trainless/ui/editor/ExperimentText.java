/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.assist.Folding;
import org.trainless.experiment.assist.Knowledge;
import org.trainless.experiment.assist.Outline;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.form.FormEdits;
import org.trainless.experiment.form.FormModel;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;
import org.trainless.ui.preferences.Preferences;

/**
 * The one text of an editor: all pages show it and change it. After each change it is read in a job, and who listens
 * gets what came of it, in the UI thread.
 */
final class ExperimentText implements IDocumentListener {
	private static final int DELAY = 150;

	private final ExperimentFiles files;
	private final Contributions contributions;
	private final Display display;
	private final List<Consumer<Snapshot>> listeners = new ArrayList<>();
	private final ReadJob job = new ReadJob();
	private IDocument document;
	private String source = ""; //$NON-NLS-1$
	private Path folder = Path.of("").toAbsolutePath(); //$NON-NLS-1$
	private YamlDocument opened = new YamlParser().parse("", ""); //$NON-NLS-1$ //$NON-NLS-2$
	private Snapshot latest;
	private boolean disposed;

	/** Reads what the text was when the job was last scheduled. */
	private final class ReadJob extends Job {
		private volatile String text = ""; //$NON-NLS-1$

		ReadJob() {
			super(Messages.ExperimentText_reading);
			setSystem(true);
			setPriority(Job.SHORT);
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			String read = text;
			ExperimentResult result = files.read(source, read, folder);
			Snapshot snapshot = new Snapshot(read, result, FormModel.of(contributions, result),
					new Outline(contributions).of(read), Folding.of(read));
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> tell(snapshot));
			}
			return Status.OK_STATUS;
		}
	}

	ExperimentText(ExperimentFiles files, Contributions contributions, Display display) {
		this.files = files;
		this.contributions = contributions;
		this.display = display;
	}

	void connect(IDocument shown, String name, Path directory) {
		if (document != null) {
			document.removeDocumentListener(this);
		}
		document = shown;
		source = name;
		folder = directory;
		if (document != null) {
			document.addDocumentListener(this);
			remember();
			read(0);
		}
	}

	void dispose() {
		disposed = true;
		job.cancel();
		listeners.clear();
		if (document != null) {
			document.removeDocumentListener(this);
		}
	}

	/** What is typed back from now on is written as the text has it now. */
	void remember() {
		opened = parsed();
	}

	private YamlDocument parsed() {
		return new YamlParser().parse(source, document.get());
	}

	Contributions contributions() {
		return contributions;
	}

	ExperimentFiles files() {
		return files;
	}

	Path folder() {
		return folder;
	}

	IDocument document() {
		return document;
	}

	/** @return what came of the text when it was last read */
	Optional<Snapshot> latest() {
		return Optional.ofNullable(latest);
	}

	/** @return true when the latest reading is of the text as it is now */
	boolean isRead() {
		return latest != null && document != null && latest.text().equals(document.get());
	}

	/** @return what came of the text as it is now; read at once if nobody has */
	ExperimentResult result() {
		return isRead() ? latest.result() : files.read(source, document.get(), folder);
	}

	FormEdits edits() {
		return new FormEdits(contributions, parsed(), opened);
	}

	Knowledge knowledge() {
		return new Knowledge(contributions, ExperimentText::variables, this::features);
	}

	private static Collection<String> variables() {
		TreeSet<String> names = new TreeSet<>(Preferences.variables().keySet());
		System.getenv().keySet().stream().filter(n -> n.matches("[A-Za-z_][A-Za-z0-9_]*")).forEach(names::add); //$NON-NLS-1$
		return names;
	}

	private List<Feature> features(String space) {
		try {
			return contributions.find(ContributionKind.SEARCH_SPACE, space).isPresent()
					? contributions.searchSpace(space).features()
					: List.of();
		} catch (ProblemException e) {
			// a space that cannot be made has no features to propose; the markers say why
			return List.of();
		}
	}

	void apply(TextEdit edit) throws BadLocationException {
		if (!edit.isEmpty()) {
			document.replace(edit.offset(), edit.length(), edit.replacement());
		}
	}

	void addListener(Consumer<Snapshot> listener) {
		listeners.add(listener);
		latest().ifPresent(listener);
	}

	void removeListener(Consumer<Snapshot> listener) {
		listeners.remove(listener);
	}

	private void tell(Snapshot snapshot) {
		if (!disposed && document != null && snapshot.text().equals(document.get())) {
			latest = snapshot;
			List.copyOf(listeners).forEach(l -> l.accept(snapshot));
		}
	}

	private void read(int delay) {
		job.cancel();
		job.text = document.get();
		job.schedule(delay);
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {
		// only what comes of it matters
	}

	@Override
	public void documentChanged(DocumentEvent event) {
		read(DELAY);
	}
}
