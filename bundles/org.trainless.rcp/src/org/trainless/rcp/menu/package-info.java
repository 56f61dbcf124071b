/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */

/** Entries of the menus that are made when a menu opens. */
package org.trainless.rcp.menu;
