/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * All that is known of one architecture. Free of Eclipse.
 */
package org.trainless.core.query;
