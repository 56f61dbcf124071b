/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.trainless.experiment.assist.OutlineItem;
import org.trainless.experiment.assist.Proposal;

/** Pictures of what stands in an experiment, each of a form and a colour of its own. Only for the UI thread. */
final class KindImages {
	private static final String BUNDLE = "org.trainless.ui"; //$NON-NLS-1$

	private KindImages() {
	}

	static Image of(Proposal.Kind kind) {
		return image(switch (kind) {
		case REQUIRED_KEY -> "required-key"; //$NON-NLS-1$
		case KEY -> "key"; //$NON-NLS-1$
		case CONTRIBUTION -> "contribution"; //$NON-NLS-1$
		case VALUE -> "value"; //$NON-NLS-1$
		case FEATURE -> "feature"; //$NON-NLS-1$
		case OPERATOR -> "operator"; //$NON-NLS-1$
		case VARIABLE -> "variable"; //$NON-NLS-1$
		});
	}

	static Image of(OutlineItem.Kind kind) {
		return image(switch (kind) {
		case SEARCH -> "search"; //$NON-NLS-1$
		case CONTRIBUTION -> "contribution"; //$NON-NLS-1$
		case GROUP -> "group"; //$NON-NLS-1$
		case VALUE -> "value"; //$NON-NLS-1$
		});
	}

	/** @return of what mends a problem */
	static Image ofFix() {
		return image("fix"); //$NON-NLS-1$
	}

	private static Image image(String name) {
		ImageRegistry images = JFaceResources.getImageRegistry();
		String path = "icons/kinds/" + name + ".svg"; //$NON-NLS-1$ //$NON-NLS-2$
		String key = BUNDLE + '/' + path;
		if (images.getDescriptor(key) == null) {
			images.put(key, ResourceLocator.imageDescriptorFromBundle(BUNDLE, path)
					.orElseGet(ImageDescriptor::getMissingImageDescriptor));
		}
		return images.get(key);
	}
}
