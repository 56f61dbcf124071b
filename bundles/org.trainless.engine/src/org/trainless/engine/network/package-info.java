/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The layers of the study's two networks and their weights, without tensors.
 */
package org.trainless.engine.network;
