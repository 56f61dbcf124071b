/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One element of a bundle's declarations, as an extension registry hands it out. All questions but
 * {@link #create(String)} are answered from the declaration alone.
 */
public interface ContributionElement {
	/**
	 * @return name of the element, for example {@code proxy}
	 */
	String name();

	/**
	 * @return names of the attributes that are stated
	 */
	Set<String> attributes();

	/**
	 * @param name of an attribute
	 * @return its value, if it is stated
	 */
	Optional<String> attribute(String name);

	/**
	 * @return the elements inside, in their order
	 */
	List<ContributionElement> children();

	/**
	 * @return the text inside, white space folded; may be empty
	 */
	String text();

	/**
	 * @return symbolic name of the bundle that declares it
	 */
	String contributor();

	/**
	 * @return version of that bundle
	 */
	String contributorVersion();

	/**
	 * Loads the class that an attribute names, from the bundle that declares the element, and calls its public
	 * constructor without arguments.
	 *
	 * @param attribute name of the attribute
	 * @return the new object
	 * @throws CreationException when the class cannot be loaded or the constructor fails
	 */
	Object create(String attribute) throws CreationException;

	/** A class that a declaration names gave no object. */
	final class CreationException extends Exception {
		private static final long serialVersionUID = 1L;

		/**
		 * @param message what failed, for people
		 * @param cause   the failure below it, or null
		 */
		public CreationException(String message, Throwable cause) {
			super(message, cause);
		}
	}
}
