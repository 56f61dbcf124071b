/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Start and end of DJL's PyTorch engine, and the few tensor operations that the networks need.
 */
package org.trainless.engine.torch;
