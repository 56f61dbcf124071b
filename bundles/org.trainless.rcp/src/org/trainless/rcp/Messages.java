/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	static String Splash_text;
	static String TrainlessWorkbenchAdvisor_runsTitle;
	static String TrainlessWorkbenchAdvisor_runs;
	static String TrainlessWorkbenchAdvisor_notSaved;
	static String TrainlessWindowAdvisor_title;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
