/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The preferences are those of this product, and what the platform has for every product. */
class PreferencePagesTest {
	@Test
	void nothingIsListedThatIsNotInThisWorkbench() {
		assertEquals(Set.of("Trainless", "General", "Help", "Install/Update"),
				Arrays.stream(PlatformUI.getWorkbench().getPreferenceManager().getRootSubNodes())
						.map(IPreferenceNode::getLabelText).collect(Collectors.toSet()));
	}
}
