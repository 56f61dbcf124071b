/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.trainless.api.param.ContributionKind;

/**
 * The service {@link Contributions}: what the installed bundles declare in their {@code plugin.xml}. Read once, when
 * the service is first asked for.
 */
public final class InstalledContributions extends ContributionRegistry {
	/**
	 * Called by the service component runtime.
	 *
	 * @param extensions the registry of extensions
	 */
	public InstalledContributions(IExtensionRegistry extensions) {
		super(elements(extensions), broken -> ILog.of(InstalledContributions.class).error(broken.toLine()));
	}

	private static Map<ContributionKind, List<ContributionElement>> elements(IExtensionRegistry extensions) {
		Map<ContributionKind, List<ContributionElement>> elements = new EnumMap<>(ContributionKind.class);
		for (ContributionKind kind : ContributionKind.values()) {
			elements.put(kind, Arrays.stream(extensions.getConfigurationElementsFor(ExtensionPoints.of(kind)))
					.<ContributionElement>map(ConfigurationElement::new).toList());
		}
		return elements;
	}
}
