/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trainless.api.problem.Problem;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.resources.ExperimentNature;
import org.trainless.core.resources.ProblemMarkers;

/** Experiment files in the workspace. */
class ExperimentProjectTest {
	private static final String GOOD = """
			format: 1
			name: good
			space: nats-tss
			searches:
			  - name: a
			    strategy: { id: random, evaluations: 5 }
			    proxy: naswot
			    constraint: skip_connect <= 1
			""";

	private IProject project;

	@BeforeEach
	void create() throws CoreException {
		IWorkspaceDescription description = ResourcesPlugin.getWorkspace().getDescription();
		description.setAutoBuilding(false);
		ResourcesPlugin.getWorkspace().setDescription(description);
		project = ResourcesPlugin.getWorkspace().getRoot().getProject("experiments");
		project.create(null);
		project.open(null);
		ExperimentNature.addTo(project);
	}

	@AfterEach
	void delete() throws CoreException {
		project.delete(true, true, null);
	}

	private IFile write(IFile file, String text) throws CoreException {
		ByteArrayInputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
		if (file.exists()) {
			file.setContents(content, true, false, null);
		} else {
			file.create(content, true, null);
		}
		return file;
	}

	private void build(int kind) throws CoreException {
		project.build(kind, null);
	}

	private static List<IMarker> markers(IResource resource) throws CoreException {
		return Arrays.stream(resource.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE))
				.sorted(Comparator.comparingInt(m -> m.getAttribute(IMarker.CHAR_START, -1))).toList();
	}

	@Test
	void theNatureBringsTheBuilderOnce() throws CoreException {
		ExperimentNature.addTo(project);
		assertTrue(project.hasNature(ExperimentNature.ID));
		assertEquals(1, project.getDescription().getBuildSpec().length);
	}

	@Test
	void markersSayWhatValidateSays() throws CoreException {
		String bad = GOOD.replace("naswot", "nasswot").replace("evaluations: 5", "evaluations: -5").replace("<= 1",
				"<= oops");
		IFile file = write(project.getFile("bad.nas.yaml"), bad);
		write(project.getFile("good.nas.yaml"), GOOD);
		write(project.getFile("other.yaml"), "a: [");
		build(IncrementalProjectBuilder.FULL_BUILD);

		List<Problem> problems = Services.get(ExperimentFiles.class)
				.read("bad.nas.yaml", bad, Path.of("").toAbsolutePath()).problems();
		List<IMarker> markers = markers(project);
		assertTrue(problems.size() >= 3, problems.toString());
		assertEquals(problems.size(), markers.size());
		for (int i = 0; i < markers.size(); i++) {
			IMarker marker = markers.get(i);
			Problem problem = problems.get(i);
			assertEquals(file, marker.getResource());
			assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
			assertTrue(marker.getAttribute(IMarker.MESSAGE, "").startsWith(problem.message()));
			assertEquals(problem.code(), marker.getAttribute(ProblemMarkers.CODE, ""));
			assertEquals(problem.position().orElseThrow().line(), marker.getAttribute(IMarker.LINE_NUMBER, -1));
			assertEquals(problem.position().orElseThrow().offset(), marker.getAttribute(IMarker.CHAR_START, -1));
		}
	}

	@Test
	void markersThatStillHoldAreKeptAndOthersGo() throws CoreException {
		String two = GOOD.replace("naswot", "nasswot").replace("evaluations: 5", "evaluations: -5");
		IFile file = write(project.getFile("a.nas.yaml"), two);
		build(IncrementalProjectBuilder.INCREMENTAL_BUILD);
		List<IMarker> before = markers(file);
		assertEquals(2, before.size());

		write(file, two.replace("nasswot", "naswot"));
		build(IncrementalProjectBuilder.INCREMENTAL_BUILD);
		List<IMarker> after = markers(file);
		assertEquals(List.of(before.get(0).getId()), after.stream().map(IMarker::getId).toList());

		write(file, GOOD);
		build(IncrementalProjectBuilder.INCREMENTAL_BUILD);
		assertEquals(List.of(), markers(file));
	}

	@Test
	void whatARunLeavesBehindIsNotChecked() throws CoreException {
		IFolder runs = project.getFolder("runs");
		runs.create(true, true, null);
		runs.setDerived(true, null);
		write(runs.getFile("resolved.nas.yaml"), "format: 99");
		build(IncrementalProjectBuilder.FULL_BUILD);
		assertEquals(List.of(), markers(project));
	}

	@Test
	void cleaningRemovesTheMarkers() throws CoreException {
		write(project.getFile("a.nas.yaml"), "format: 1");
		build(IncrementalProjectBuilder.FULL_BUILD);
		assertFalse(markers(project).isEmpty());
		build(IncrementalProjectBuilder.CLEAN_BUILD);
		assertEquals(List.of(), markers(project));
	}

	@Test
	void experimentFilesHaveTheirContentType() {
		IContentType type = Platform.getContentTypeManager().getContentType("org.trainless.core.experiment");
		assertNotNull(type);
		assertTrue(
				Arrays.asList(Platform.getContentTypeManager().findContentTypesFor("quick.nas.yaml")).contains(type));
		assertFalse(Arrays.asList(Platform.getContentTypeManager().findContentTypesFor("quick.yaml")).contains(type));
	}
}
