/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.OptionalDouble;

/**
 * How far a run is.
 *
 * @param done        trials that are done, those of an earlier part of a resumed run included
 * @param total       trials in all; -1 when the strategies do not say
 * @param perSecond   trials per second of this process, those taken from the log not counted; 0 before the first
 * @param secondsLeft at that rate; empty while unknown
 */
public record RunProgress(long done, long total, double perSecond, OptionalDouble secondsLeft) {
}
