/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String Splash_text;
	public static String TrainlessWorkbenchAdvisor_runsTitle;
	public static String TrainlessWorkbenchAdvisor_runs;
	public static String TrainlessWorkbenchAdvisor_notSaved;
	public static String TrainlessWindowAdvisor_title;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
