/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What plug-ins contribute: read from their declarations, checked, and created on first use.
 */
package org.trainless.core.registry;
