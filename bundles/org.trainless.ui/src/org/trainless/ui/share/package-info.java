/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/** What is shown leaves the window: pictures and tables, as files and on the clipboard. */
package org.trainless.ui.share;
