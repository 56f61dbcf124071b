/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** The editor of experiment files. */
package org.trainless.ui.editor;
