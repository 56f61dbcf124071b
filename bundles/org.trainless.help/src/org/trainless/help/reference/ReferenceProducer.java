/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.help.reference;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.help.IHelpContentProducer;
import org.trainless.api.param.Contribution;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.core.registry.Contributions;

/** Gives the help system the pages of the reference; all other pages are files. */
public final class ReferenceProducer implements IHelpContentProducer {
	private static final String FOLDER = "reference/"; //$NON-NLS-1$
	private static final String SUFFIX = ".html"; //$NON-NLS-1$

	@Override
	public InputStream getInputStream(String plugin, String href, Locale locale) {
		String path = href.replaceAll("[?#].*", ""); //$NON-NLS-1$ //$NON-NLS-2$
		if (!path.startsWith(FOLDER) || !path.endsWith(SUFFIX)) {
			return null;
		}
		String name = path.substring(FOLDER.length(), path.length() - SUFFIX.length());
		AtomicReference<Optional<String>> page = new AtomicReference<>(Optional.empty());
		ServiceCaller.callOnce(ReferenceProducer.class, Contributions.class, contributions -> page
				.set(new ReferencePages(contributions, space -> features(contributions, space)).page(name)));
		return page.get().map(p -> new ByteArrayInputStream(p.getBytes(StandardCharsets.UTF_8))).orElse(null);
	}

	private static List<Feature> features(Contributions contributions, Contribution space) {
		try {
			return contributions.searchSpace(space.id()).features();
		} catch (ProblemException e) {
			ILog.of(ReferenceProducer.class).warn(e.getMessage(), e);
			return List.of();
		}
	}
}
