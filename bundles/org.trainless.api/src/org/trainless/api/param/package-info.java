/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Typed parameters of a contribution: declared once, validated, shown and documented from that declaration.
 *
 * @since 0.1
 */
package org.trainless.api.param;
