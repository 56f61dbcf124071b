/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.engine;

import java.nio.file.Path;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.trainless.engine.PassRunners;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;

/** The service {@link EngineService}: the engine whose libraries lie in the installation. */
public final class InstalledEngine implements EngineService {
	private final TorchEngine engine;
	private final PassRunners runners;
	private final PassRunners runnersOfWorkers;

	/**
	 * Called by the service component runtime.
	 *
	 * @param context of this bundle
	 */
	public InstalledEngine(BundleContext context) {
		Path cache = UserCache.folder().resolve("djl");
		Optional<Path> libraries = NativeLibraries.folder(context);
		engine = new TorchEngine(
				libraries.map(l -> EngineLocation.installed(l, cache)).orElse(EngineLocation.CLASS_PATH));
		runners = PassRunners.fastest(engine);
		runnersOfWorkers = PassRunners.inWorkers(engine);
	}

	@Override
	public TorchEngine engine() {
		return engine;
	}

	@Override
	public PassRunners runners() {
		return runners;
	}

	@Override
	public PassRunners runnersOfWorkers() {
		return runnersOfWorkers;
	}

	/** Called by the service component runtime when the platform ends. */
	public void deactivate() {
		engine.close();
	}
}
