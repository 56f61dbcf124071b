/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.trainless.core.resources.ExperimentNature;
import org.trainless.core.resources.ProblemMarkers;
import org.trainless.ui.editor.ExperimentEditor;

/** What the Problems view offers for the markers of the builder. */
@ExtendWith(FreezeGuard.class)
class MarkerFixesTest {
	private static final String TEXT = """
			format: 1
			name: study   # the name
			space: nats-tss
			dataset: dead-leaves
			seeds: { first: 1, count: 3 }
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 24 }
			    proxy: naswot
			""";

	private IProject project;

	@BeforeEach
	void begin() throws CoreException {
		Window.closeWelcome();
		project = ResourcesPlugin.getWorkspace().getRoot().getProject("mending");
		project.create(null);
		project.open(null);
		ExperimentNature.addTo(project);
	}

	@AfterEach
	void end() throws CoreException {
		Window.page().closeAllEditors(false);
		project.delete(true, true, null);
	}

	private IFile file(String text) throws CoreException {
		IFile file = project.getFile("some.nas.yaml");
		file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
		return file;
	}

	private static List<IMarker> markers(IFile file) {
		try {
			return List.of(file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO));
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	private static IMarker marker(IFile file, String code) {
		Window.until("the builder marks " + code, () -> find(file, code).isPresent());
		return find(file, code).get();
	}

	private static Optional<IMarker> find(IFile file, String code) {
		return markers(file).stream().filter(m -> m.getAttribute(ProblemMarkers.CODE, "").equals(code)).findFirst();
	}

	private static IMarkerResolution fix(IMarker marker, String label) {
		assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(marker), "the view shows that there is a fix");
		IMarkerResolution[] all = IDE.getMarkerHelpRegistry().getResolutions(marker);
		return Arrays.stream(all).filter(r -> r.getLabel().equals(label)).findFirst().orElseThrow(
				() -> new AssertionError(Arrays.stream(all).map(IMarkerResolution::getLabel).toList().toString()));
	}

	private static String read(IFile file) {
		try {
			return file.readString();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void aKeyThatNobodyKnowsBecomesTheNearestOnTheDisk() throws CoreException {
		IFile file = file(TEXT.replace("count: 3", "cuont: 3"));
		IMarker marker = marker(file, "unknown-key");
		fix(marker, "Change to 'count'").run(marker);
		Window.until("the file is mended", () -> read(file).equals(TEXT));
		Window.until("the builder agrees", () -> markers(file).isEmpty());
	}

	@Test
	void aKeyThatIsMissingIsAdded() throws CoreException {
		IFile file = file(TEXT.replace("space: nats-tss\n", ""));
		IMarker marker = marker(file, "missing-key");
		IMarkerResolution[] all = IDE.getMarkerHelpRegistry().getResolutions(marker);
		assertTrue(all.length > 0 && all[0].getLabel().contains("space"), Arrays.toString(all));
		all[0].run(marker);
		Window.until("the file has the key", () -> read(file).contains("\nspace: nats-tss\n"));
		Window.until("the builder agrees", () -> markers(file).isEmpty());
	}

	@Test
	void anOpenFileIsMendedInItsEditorAndCanBeUndone() throws CoreException {
		IFile file = file(TEXT.replace("naswot", "naswto"));
		IMarker marker = marker(file, "unknown-contribution");
		ExperimentEditor editor = (ExperimentEditor) IDE.openEditor(Window.page(), file);
		Window.until("the source page is made", () -> editor.getAdapter(ITextEditor.class) != null);
		ITextEditor source = editor.getAdapter(ITextEditor.class);
		IDocument document = source.getDocumentProvider().getDocument(source.getEditorInput());
		document.set("# a line above\n" + document.get());
		fix(marker, "Change to 'naswot'").run(marker);
		assertEquals("# a line above\n" + TEXT, document.get(), "mended where it stands now");
		assertTrue(editor.isDirty());
		assertEquals(TEXT.replace("naswot", "naswto"), read(file), "whoever edits it saves it");
		source.getAction("undo").run();
		assertEquals("# a line above\n" + TEXT.replace("naswot", "naswto"), document.get());
	}

	@Test
	void whatNobodyCanMendOffersNothing() throws CoreException {
		IFile file = file(TEXT.replace("count: 3", "count: 3 }}"));
		Window.until("the builder marks it", () -> !markers(file).isEmpty());
		IMarker stranger = file.createMarker(IMarker.PROBLEM);
		assertFalse(IDE.getMarkerHelpRegistry().hasResolutions(stranger));
		IMarker unknown = file.createMarker(ProblemMarkers.TYPE);
		unknown.setAttribute(ProblemMarkers.CODE, "unsatisfiable-constraint");
		assertFalse(IDE.getMarkerHelpRegistry().hasResolutions(unknown));
		assertArrayEquals(new IMarkerResolution[0], IDE.getMarkerHelpRegistry().getResolutions(unknown));
	}
}
