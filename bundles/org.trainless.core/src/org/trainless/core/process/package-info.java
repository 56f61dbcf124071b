/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Other processes of this same installation. */
package org.trainless.core.process;
