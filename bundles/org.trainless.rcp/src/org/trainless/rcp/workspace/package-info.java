/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** Which folder the workbench works on. */
package org.trainless.rcp.workspace;
