/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The topology space of NATS-Bench: its order, notations, features, networks and equivalences.
 */
package org.trainless.spaces;
