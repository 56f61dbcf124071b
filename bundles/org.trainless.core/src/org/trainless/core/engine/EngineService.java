/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.engine;

import org.trainless.engine.PassRunners;
import org.trainless.engine.torch.TorchEngine;

/** The one engine of the process. Asking for it starts nothing; the first pass does. Thread-safe. */
public interface EngineService {
	/**
	 * @return the engine, always the same
	 */
	TorchEngine engine();

	/**
	 * @return who runs passes on it in this process, the fastest that this machine allows
	 */
	PassRunners runners();

	/**
	 * @return who runs passes in processes of this installation that are started for that, the fastest that this
	 *         machine allows there
	 */
	PassRunners runnersOfWorkers();
}
