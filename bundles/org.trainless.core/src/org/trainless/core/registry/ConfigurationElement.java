/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** A declaration in the extension registry of Eclipse. */
final class ConfigurationElement implements ContributionElement {
	private final IConfigurationElement element;

	/**
	 * @param element in the registry
	 */
	ConfigurationElement(IConfigurationElement element) {
		this.element = element;
	}

	@Override
	public String name() {
		return element.getName();
	}

	@Override
	public Set<String> attributes() {
		return new LinkedHashSet<>(Arrays.asList(element.getAttributeNames()));
	}

	@Override
	public Optional<String> attribute(String name) {
		return Optional.ofNullable(element.getAttribute(name));
	}

	@Override
	public List<ContributionElement> children() {
		return Arrays.stream(element.getChildren()).<ContributionElement>map(ConfigurationElement::new).toList();
	}

	@Override
	public String text() {
		String text = element.getValue();
		return text == null ? "" : text.strip().replaceAll("\\s+", " ");
	}

	@Override
	public String contributor() {
		return element.getContributor().getName();
	}

	@Override
	public String contributorVersion() {
		Bundle bundle = Platform.getBundle(contributor());
		return bundle == null ? "" : bundle.getVersion().toString();
	}

	@Override
	public Object create(String attribute) throws CreationException {
		try {
			return element.createExecutableExtension(attribute);
		} catch (CoreException e) {
			throw new CreationException(reason(e), e);
		} catch (RuntimeException | LinkageError e) {
			throw new CreationException(e.toString(), e);
		}
	}

	/** What the class itself threw says more than that something was thrown. */
	private static String reason(CoreException e) {
		Throwable cause = e.getStatus().getException();
		if (cause instanceof InvocationTargetException target && target.getCause() != null) {
			cause = target.getCause();
		}
		return cause == null || cause instanceof CoreException ? e.getMessage() : cause.toString();
	}
}
