/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The reference, written from what is installed. */
package org.trainless.help.reference;
