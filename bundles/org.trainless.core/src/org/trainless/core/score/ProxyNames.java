/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * What stands in the column {@code proxy}: the id, and where one id is asked for more than once what makes the
 * difference.
 */
final class ProxyNames {
	private ProxyNames() {
	}

	/**
	 * @param proxies that are asked for
	 * @return a name for each, all different
	 * @throws ProblemException when the same is asked for twice
	 */
	static List<String> of(List<Selection> proxies) throws ProblemException {
		if (new HashSet<>(proxies).size() < proxies.size()) {
			throw new ProblemException(
					Problem.error("duplicate-proxy", "the same proxy is asked for twice", "name each proxy once"));
		}
		return proxies.stream().map(p -> name(p, proxies.stream().filter(o -> o.id().equals(p.id())).toList()))
				.toList();
	}

	private static String name(Selection proxy, List<Selection> ofThisId) {
		if (ofThisId.size() == 1) {
			return proxy.id();
		}
		Map<String, Object> values = proxy.parameters().asMap();
		return values.keySet().stream().filter(
				key -> ofThisId.stream().anyMatch(o -> !values.get(key).equals(o.parameters().asMap().get(key))))
				.map(key -> key + '=' + values.get(key)).collect(Collectors.joining(",", proxy.id() + ':', ""));
	}
}
