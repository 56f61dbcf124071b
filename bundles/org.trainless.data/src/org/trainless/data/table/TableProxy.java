/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;

/**
 * Scores from a column of a table.
 */
final class TableProxy implements Proxy {
	private static final String CONNECTED = "connected";

	private final Table table;
	/** What the keys mean in the space that was asked for last. */
	private final AtomicReference<Keyed> keyed = new AtomicReference<>();

	/** Rows by the architectures of a space, or why there are none; spaces are told apart by identity. */
	private record Keyed(SearchSpace space, Optional<KeyedRows> rows, String problem) {
		static Keyed of(Table table, SearchSpace space) {
			try {
				return new Keyed(space, Optional.of(KeyedRows.of(table, space)), "");
			} catch (ProblemException e) {
				return new Keyed(space, Optional.empty(), e.getMessage());
			}
		}
	}

	TableProxy(Table table) {
		this.table = table;
	}

	@Override
	public Optional<Pass> pass() {
		return Optional.empty();
	}

	@Override
	public Set<Observable> observables() {
		return Set.of();
	}

	@Override
	public Observer observe(Subject subject) {
		return () -> score(subject);
	}

	private Score score(Subject subject) {
		Keyed current = keyed.get();
		if (current == null || current.space() != subject.space()) {
			current = Keyed.of(table, subject.space());
			keyed.set(current);
		}
		if (current.rows().isEmpty()) {
			return Score.nonFinite(Double.NaN, NonFinite.FAILED, current.problem());
		}
		Optional<Row> found = current.rows().get().find(subject.architecture());
		if (found.isEmpty()) {
			return Score.nonFinite(Double.NaN, NonFinite.MISSING,
					table.file().getFileName() + " has no row for " + subject.architecture().text());
		}
		Row row = found.get();
		double value = row.number(table.valueColumn());
		if (Double.isFinite(value)) {
			return Score.of(value);
		}
		String where = "line " + row.line() + " of " + table.file().getFileName();
		Optional<NonFinite> stated = Arrays.stream(NonFinite.values()).filter(r -> r.id().equals(row.reason()))
				.findFirst();
		if (stated.isPresent()) {
			return Score.nonFinite(value, stated.get(), where);
		}
		if (row.missing()) {
			return Score.nonFinite(Double.NaN, NonFinite.MISSING, where + " is empty");
		}
		if (Double.isNaN(value)) {
			return Score.nonFinite(value, NonFinite.NOT_A_NUMBER, where);
		}
		return Score.nonFinite(value, isDisconnected(subject) ? NonFinite.DISCONNECTED : NonFinite.OVERFLOW, where);
	}

	/** The table gives no reason: see whether the space knows one. */
	private static boolean isDisconnected(Subject subject) {
		return subject.space().features().stream().map(Feature::name).anyMatch(CONNECTED::equals)
				&& subject.space().feature(subject.architecture(), CONNECTED, subject.task()) == 0;
	}
}
