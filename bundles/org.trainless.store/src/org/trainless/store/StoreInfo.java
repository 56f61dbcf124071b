/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a score store holds.
 *
 * @param file    where it lies
 * @param bytes   its size
 * @param schema  version of its tables
 * @param scores  how many scores there are
 * @param damaged how many of them are damaged and will be computed again
 * @param groups  what they are of
 */
public record StoreInfo(Path file, long bytes, int schema, long scores, long damaged, List<Group> groups) {
	/**
	 * Scores of one proxy, its parameters and its images, with all seeds.
	 *
	 * @param space      id of the search space
	 * @param proxy      id of the proxy
	 * @param version    of the proxy
	 * @param parameters of the proxy
	 * @param dataset    fingerprint of the images
	 * @param batch      images in the minibatch
	 * @param seeds      how many seeds
	 * @param scores     how many scores
	 * @param nonFinite  how many of them are not finite
	 */
	public record Group(String space, String proxy, String version, String parameters, String dataset, int batch,
			int seeds, long scores, long nonFinite) {
		public Group {
			Objects.requireNonNull(space);
			Objects.requireNonNull(proxy);
			Objects.requireNonNull(version);
			Objects.requireNonNull(parameters);
			Objects.requireNonNull(dataset);
		}
	}

	public StoreInfo {
		Objects.requireNonNull(file);
		groups = List.copyOf(groups);
	}
}
