/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.resources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;

/**
 * Shows problems as markers. Markers that still say the same stay the same objects, so that what others keep by marker
 * (an open quick fix, a selection in the Problems view) survives the next build.
 */
public final class ProblemMarkers {
	/** Type of the markers. */
	public static final String TYPE = "org.trainless.core.problem";
	/** Attribute of a marker: code of the problem. */
	public static final String CODE = "code";
	/** Attribute of a marker: what to do about it. */
	public static final String REMEDY = "remedy";

	private ProblemMarkers() {
	}

	/**
	 * Makes a file's markers say what the problems say.
	 *
	 * @param file     a file
	 * @param problems all of its problems
	 * @throws CoreException when markers cannot be read or written
	 */
	public static void update(IResource file, Collection<Problem> problems) throws CoreException {
		Map<Map<String, Object>, List<IMarker>> existing = new HashMap<>();
		for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
			existing.computeIfAbsent(known(marker.getAttributes()), k -> new ArrayList<>()).add(marker);
		}
		for (Problem problem : problems) {
			Map<String, Object> attributes = attributes(problem);
			List<IMarker> same = existing.get(attributes);
			if (same == null || same.isEmpty()) {
				file.createMarker(TYPE, attributes);
			} else {
				same.remove(same.size() - 1);
			}
		}
		for (List<IMarker> gone : existing.values()) {
			for (IMarker marker : gone) {
				marker.delete();
			}
		}
	}

	private static Map<String, Object> known(Map<String, Object> attributes) {
		Map<String, Object> known = new HashMap<>(attributes);
		known.keySet().retainAll(List.of(IMarker.SEVERITY, IMarker.MESSAGE, IMarker.LINE_NUMBER, IMarker.CHAR_START,
				IMarker.CHAR_END, CODE, REMEDY));
		return known;
	}

	private static Map<String, Object> attributes(Problem problem) {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(IMarker.SEVERITY, severity(problem.severity()));
		attributes.put(IMarker.MESSAGE,
				problem.remedy().isEmpty() ? problem.message() : problem.message() + " (" + problem.remedy() + ')');
		attributes.put(CODE, problem.code());
		attributes.put(REMEDY, problem.remedy());
		if (problem.position().isPresent()) {
			Position position = problem.position().get();
			attributes.put(IMarker.LINE_NUMBER, position.line());
			attributes.put(IMarker.CHAR_START, position.offset());
			attributes.put(IMarker.CHAR_END, position.offset() + position.length());
		}
		return attributes;
	}

	private static int severity(Severity severity) {
		return switch (severity) {
		case ERROR -> IMarker.SEVERITY_ERROR;
		case WARNING -> IMarker.SEVERITY_WARNING;
		case INFO -> IMarker.SEVERITY_INFO;
		};
	}
}
