/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.benchmark;

import java.util.Objects;

/**
 * Which accuracy a number is.
 *
 * @param dataset data that the networks were trained on, for example {@code cifar10}; may be empty when unknown
 * @param set     data that the accuracy was measured on: {@code x-valid}, {@code x-test}, {@code ori-test}; may be
 *                empty when unknown
 * @param test    true when that is test data, which a search must not see; true also when unknown
 * @param epochs  how long the networks were trained; 0 when unknown
 * @param trials  how trials were combined, for example {@code mean of trials} or {@code trial 777}
 * @param text    all of it in words, as it stands in reports, for example {@code ori-test, 200 epochs, mean of trials}
 * @since 0.1
 */
public record Meaning(String dataset, String set, boolean test, int epochs, String trials, String text) {
	public Meaning {
		Objects.requireNonNull(dataset);
		Objects.requireNonNull(set);
		Objects.requireNonNull(trials);
		Objects.requireNonNull(text);
	}
}
