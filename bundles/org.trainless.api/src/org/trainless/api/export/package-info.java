/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Writers of results in the forms of other tools.
 *
 * @since 0.1
 */
package org.trainless.api.export;
