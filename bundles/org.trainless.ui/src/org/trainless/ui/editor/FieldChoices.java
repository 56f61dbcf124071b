/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterType;
import org.trainless.core.registry.Contributions;
import org.trainless.experiment.form.FormField;

/** What a field offers to choose from, and how that reads. */
final class FieldChoices {
	private final Contributions contributions;

	FieldChoices(Contributions contributions) {
		this.contributions = contributions;
	}

	/** @return nothing or the default, what is declared, and what the text states even if that is wrong */
	List<String> values(FormField field) {
		List<String> values = new ArrayList<>();
		boolean optional = !field.parameter().required() || !field.present();
		if (optional) {
			values.add(""); //$NON-NLS-1$
		}
		switch (field.parameter().type()) {
		case CHOICE -> values.addAll(field.parameter().choices());
		case BOOLEAN -> values.addAll(List.of("true", "false")); //$NON-NLS-1$ //$NON-NLS-2$
		case CONTRIBUTION -> contributions.all(field.parameter().kind().orElseThrow()).stream()
				.filter(c -> !c.deprecated() || c.id().equals(field.text())).map(Contribution::id).forEach(values::add);
		default -> {
			// other types are typed
		}
		}
		if (field.present() && !values.contains(field.text())) {
			values.add(field.text());
		}
		return values;
	}

	/** @return each value in words */
	String[] labels(FormField field) {
		return values(field).stream().map(v -> label(field, v)).toArray(String[]::new);
	}

	private String label(FormField field, String value) {
		if (value.isEmpty()) {
			return field.usual().map(u -> NLS.bind(Messages.FieldArea_usual, u)).orElse(Messages.FieldArea_none);
		}
		if (field.parameter().type() == ParameterType.CONTRIBUTION) {
			return contributions.find(field.parameter().kind().orElseThrow(), value)
					.map(c -> c.name().equals(value) ? value : value + " \u2014 " + c.name()) //$NON-NLS-1$
					.orElseGet(() -> NLS.bind(Messages.FieldArea_notInstalled, value));
		}
		return value;
	}
}
