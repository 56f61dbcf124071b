/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What all readers of this bundle share: problems with files, and identifying content.
 */
package org.trainless.data.file;
