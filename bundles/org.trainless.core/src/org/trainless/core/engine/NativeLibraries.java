/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Finds libtorch in the installation: it comes in a fragment for this platform that is installed as a folder, so that
 * nothing of its 430 MB need be unpacked.
 */
final class NativeLibraries {
	private static final String FRAGMENT = "ai.djl.pytorch.native.cpu.";
	private static final List<String> LIBRARIES = List.of("libtorch_cpu.so", "torch_cpu.dll", "libtorch_cpu.dylib");
	private static final int DEPTH = 5;

	private NativeLibraries() {
	}

	/**
	 * @param context of any bundle
	 * @return the folder that holds libtorch; empty when no fragment for this platform is installed as a folder
	 */
	static Optional<Path> folder(BundleContext context) {
		return Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName() != null)
				.filter(b -> b.getSymbolicName().startsWith(FRAGMENT)).filter(b -> b.getState() != Bundle.UNINSTALLED)
				.flatMap(b -> FileLocator.getBundleFileLocation(b).stream()).filter(File::isDirectory)
				.flatMap(f -> in(f.toPath()).stream()).findFirst();
	}

	/**
	 * @param folder where to look
	 * @return the folder at or below it that holds libtorch
	 */
	static Optional<Path> in(Path folder) {
		try (Stream<Path> files = Files.find(folder, DEPTH,
				(file, attributes) -> LIBRARIES.contains(file.getFileName().toString()))) {
			return files.sorted().findFirst().map(Path::getParent);
		} catch (IOException | UncheckedIOException e) {
			return Optional.empty();
		}
	}
}
