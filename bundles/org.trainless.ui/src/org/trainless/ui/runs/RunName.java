/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a run's directory: the experiment's, and when the run began. */
public final class RunName {
	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT); //$NON-NLS-1$
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT); //$NON-NLS-1$
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(Messages.RunName_day, Locale.ENGLISH);
	private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern(Messages.RunName_year, Locale.ENGLISH);
	private static final Pattern STAMPED = Pattern.compile("(.+)-(\\d{8}-\\d{6})((?:-\\d+)?)"); //$NON-NLS-1$

	private RunName() {
	}

	/**
	 * @param experiment name of the experiment's file, without its ending
	 * @param begun      when the run begins
	 * @return a name for the run's directory
	 */
	public static String of(String experiment, LocalDateTime begun) {
		return experiment + "-" + begun.format(STAMP); //$NON-NLS-1$
	}

	/**
	 * @param name  of a run's directory
	 * @param today the day on which it is read
	 * @return the name for people: of the moment it says what is not plain from the day; a name without a moment as it
	 *         is
	 */
	public static String label(String name, LocalDate today) {
		Matcher stamped = STAMPED.matcher(name);
		if (!stamped.matches()) {
			return name;
		}
		try {
			LocalDateTime begun = LocalDateTime.parse(stamped.group(2), STAMP);
			DateTimeFormatter shown = begun.toLocalDate().equals(today) ? TIME
					: begun.getYear() == today.getYear() ? DAY : YEAR;
			return stamped.group(1) + " " + begun.format(shown) + stamped.group(3); //$NON-NLS-1$
		} catch (DateTimeParseException e) {
			return name;
		}
	}
}
