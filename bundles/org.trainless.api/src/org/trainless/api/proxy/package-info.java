/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Training-free scores: what a proxy needs from a network at initialisation, and what it makes of it.
 *
 * @since 0.1
 */
package org.trainless.api.proxy;
