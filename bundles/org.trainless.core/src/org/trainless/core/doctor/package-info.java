/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Says what the machine offers, what of it is used, and what is wrong with the installation or the data.
 */
package org.trainless.core.doctor;
