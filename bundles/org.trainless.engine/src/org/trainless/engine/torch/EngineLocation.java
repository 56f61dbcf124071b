/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the engine finds its native libraries.
 *
 * @param libraries folder that holds libtorch itself; empty when it lies in a jar on the class path, then it is
 *                  unpacked into the cache
 * @param cache     folder for what must be unpacked; empty for DJL's own choice, {@code DJL_CACHE_DIR} or
 *                  {@code ~/.djl.ai}
 */
public record EngineLocation(Optional<Path> libraries, Optional<Path> cache) {
	/** The class path and DJL's own cache. */
	public static final EngineLocation CLASS_PATH = new EngineLocation(Optional.empty(), Optional.empty());

	public EngineLocation {
		Objects.requireNonNull(libraries);
		Objects.requireNonNull(cache);
	}

	/**
	 * @param libraries folder of an installation that holds libtorch
	 * @param cache     folder for the 4 MB of glue that DJL unpacks all the same
	 * @return the location
	 */
	public static EngineLocation installed(Path libraries, Path cache) {
		return new EngineLocation(Optional.of(libraries), Optional.of(cache));
	}
}
