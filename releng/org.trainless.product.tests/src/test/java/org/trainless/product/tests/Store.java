/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A score store as any other program sees it: a file of SQLite. */
final class Store {
	private Store() {
	}

	/** What a query gives, as texts. */
	static List<List<String>> query(Path file, String sql) throws SQLException {
		// a file that is not there is not made
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			List<List<String>> rows = new ArrayList<>();
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					row.add(String.valueOf(result.getObject(i)));
				}
				rows.add(row);
			}
			return rows;
		}
	}
}
