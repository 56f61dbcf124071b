/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Datasets: images in the layouts in which they are published, and synthetic ones.
 */
package org.trainless.data.dataset;
