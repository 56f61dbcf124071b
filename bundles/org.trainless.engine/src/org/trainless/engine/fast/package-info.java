/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Runners that report what the reference reports, in less time: convolutions by libtorch, everything between them in
 * one pass over the tensors' memory.
 */
package org.trainless.engine.fast;
