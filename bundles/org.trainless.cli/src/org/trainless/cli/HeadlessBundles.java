/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.trainless.core.registry.ExtensionPoints;

/**
 * Leaves in a list of bundles what the command line needs: itself, what contributes to the extension points, and what
 * these are wired to. Three of four bundles are the workbench's, and reading and starting them takes longer than all
 * the rest of a start. For the script that starts the product, which keeps the list; not for people.
 */
public final class HeadlessBundles implements IApplication {
	private static final String CONFIGURATOR = "org.eclipse.equinox.simpleconfigurator";

	@Override
	public Object start(IApplicationContext context) throws IOException {
		context.applicationRunning();
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		Path list = Path.of(arguments[0]);
		Bundle[] installed = FrameworkUtil.getBundle(HeadlessBundles.class).getBundleContext().getBundles();
		installed[0].adapt(FrameworkWiring.class).resolveBundles(null);
		Set<String> needed = needed(installed).stream().map(b -> line(b.getSymbolicName(), b.getVersion().toString()))
				.collect(Collectors.toSet());
		List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
		Files.write(list, lines.stream().filter(l -> l.startsWith("#") || needed.contains(beginning(l))).toList());
		return Integer.valueOf(ExitCode.OK);
	}

	private static String line(String name, String version) {
		return name + "," + version;
	}

	/** Of a line: name, version, place, start level, whether it is started. */
	private static String beginning(String line) {
		return Arrays.stream(line.split(",")).limit(2).collect(Collectors.joining(","));
	}

	private static Set<Bundle> needed(Bundle[] installed) {
		Set<Bundle> found = new HashSet<>();
		Deque<Bundle> open = new ArrayDeque<>();
		Set<String> contributors = contributors();
		for (Bundle bundle : installed) {
			// what cannot be resolved is told of at each start, which nobody should miss
			if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID || bundle.getState() == Bundle.INSTALLED
					|| CONFIGURATOR.equals(bundle.getSymbolicName())
					|| contributors.contains(bundle.getSymbolicName())) {
				open.add(bundle);
			}
		}
		open.add(FrameworkUtil.getBundle(HeadlessBundles.class));
		while (!open.isEmpty()) {
			Bundle bundle = open.remove();
			if (found.add(bundle)) {
				wired(bundle).forEach(open::add);
			}
		}
		return found;
	}

	/** Symbolic names of the bundles that contribute to the extension points. */
	private static Set<String> contributors() {
		return Arrays.stream(Platform.getExtensionRegistry().getExtensionPoints(ExtensionPoints.NAMESPACE))
				.flatMap(p -> Arrays.stream(p.getExtensions())).map(e -> e.getContributor().getName())
				.collect(Collectors.toSet());
	}

	/** The bundles that one uses, and the fragments that are parts of it. */
	private static Stream<Bundle> wired(Bundle bundle) {
		// a fragment has the host's wiring only by its own revision
		BundleRevision revision = bundle.adapt(BundleRevision.class);
		BundleWiring wiring = revision == null ? null : revision.getWiring();
		if (wiring == null) {
			return Stream.empty();
		}
		Stream<Bundle> used = wiring.getRequiredWires(null).stream().map(BundleWire::getProvider)
				.map(BundleRevision::getBundle);
		Stream<Bundle> fragments = wiring.getProvidedWires(BundleRevision.HOST_NAMESPACE).stream()
				.map(BundleWire::getRequirer).map(BundleRevision::getBundle);
		return Stream.concat(used, fragments);
	}

	@Override
	public void stop() {
		// it is over in no time
	}
}
