/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.trainless.api.proxy.BatchTooLargeException;

class ProxyScorerTest {
	@Test
	void aBatchThatIsTooLargeIsNotTheAuthorsFault() {
		RuntimeException here = new BatchTooLargeException("70000 images are too many");
		assertEquals("use a smaller batch", ProxyScorer.remedy(here));
		assertEquals("use a smaller batch", ProxyScorer.remedy(new EvaluationFailure(here.toString(), false)));
		assertEquals("tell the author of the bundle", ProxyScorer.remedy(new IllegalArgumentException("a batch")));
	}
}
