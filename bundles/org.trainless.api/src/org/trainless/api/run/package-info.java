/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What long work needs from its caller: seeds, progress and cancellation. Free of Eclipse.
 *
 * @since 0.1
 */
package org.trainless.api.run;
