/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Search spaces and the architectures in them.
 *
 * @since 0.1
 */
package org.trainless.api.space;
