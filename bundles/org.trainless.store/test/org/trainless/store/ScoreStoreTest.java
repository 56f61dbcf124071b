/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.testdata.ReadOnly;

class ScoreStoreTest {
	private static final ScoreIdentity IDENTITY = identity(1);

	@TempDir
	private Path folder;

	static ScoreIdentity identity(long seed) {
		return new ScoreIdentity("nats-tss", "value-graph", "naswot", "org.trainless.proxies", "1", "{relus=all}",
				"3x32x32/10", "noise-1", 128, seed, "pytorch-2.7.1", "cpu", "single");
	}

	private Path file() {
		return folder.resolve("cache/scores.sqlite");
	}

	private static ScoreStore open(Path file) throws ProblemException {
		return ScoreStore.open(file, problem -> {
			throw new AssertionError(problem.toLine());
		});
	}

	/** A score that says what it is of. */
	private static Score score(ScoreIdentity identity, String architecture) {
		return Score.of(Math.sin(identity.hashCode() * 31.0 + architecture.hashCode()));
	}

	private void fill(Path file, int scores) throws ProblemException {
		try (ScoreStore store = open(file)) {
			KnownScores known = store.scores(IDENTITY);
			for (int i = 0; i < scores; i++) {
				known.keep("cell " + i, score(IDENTITY, "cell " + i), 0.25);
			}
		}
	}

	/** A run of hundreds of seeds would otherwise keep the scores of all of them. */
	@Test
	void whatNobodyReadsAnyMoreIsNotHeldInMemory() throws Exception {
		try (ScoreStore store = open(file())) {
			KnownScores held = store.scores(identity(2));
			WeakReference<KnownScores> dropped = keepOne(store);
			for (int i = 0; i < 100 && dropped.get() != null; i++) {
				System.gc();
			}
			assertNull(dropped.get());
			// whether or not its group was written by now
			assertEquals(Optional.of(score(IDENTITY, "cell")), store.scores(IDENTITY).find("cell"));
			assertSame(held, store.scores(identity(2)));
		}
	}

	private static WeakReference<KnownScores> keepOne(ScoreStore store) {
		KnownScores known = store.scores(IDENTITY);
		known.keep("cell", score(IDENTITY, "cell"), 0.25);
		return new WeakReference<>(known);
	}

	@Test
	void everyScoreComesBackBitForBit() throws Exception {
		List<Score> scores = new ArrayList<>(
				List.of(Score.of(1694.2188720703125), Score.of(-0.0), Score.of(0.0), Score.of(Double.MIN_VALUE),
						Score.of(-Double.MAX_VALUE), Score.of(3), Score.of(1L << 53), Score.of(0.1 + 0.2),
						Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.SINGULAR_KERNEL, "images 1 and 2 'alike'"),
						Score.nonFinite(Double.POSITIVE_INFINITY, NonFinite.OVERFLOW, ""),
						Score.nonFinite(Double.NaN, NonFinite.NOT_A_NUMBER, "0/0")));
		Random random = new Random(5);
		while (scores.size() < 500) {
			double value = Double.longBitsToDouble(random.nextLong());
			if (Double.isFinite(value)) {
				scores.add(Score.of(value));
			}
		}
		try (ScoreStore store = open(file())) {
			for (int i = 0; i < scores.size(); i++) {
				store.scores(IDENTITY).keep("cell " + i, scores.get(i), 1.5);
			}
		}
		try (ScoreStore store = open(file())) {
			KnownScores known = store.scores(IDENTITY);
			assertEquals(scores.size(), known.size());
			for (int i = 0; i < scores.size(); i++) {
				assertEquals(Optional.of(scores.get(i)), known.find("cell " + i));
				assertEquals(Double.doubleToLongBits(scores.get(i).value()),
						Double.doubleToLongBits(known.find("cell " + i).orElseThrow().value()));
			}
			assertEquals(Optional.empty(), known.find("another cell"));
		}
	}

	@Test
	void failedEvaluationsAreNotKept() throws Exception {
		try (ScoreStore store = open(file())) {
			store.scores(IDENTITY).keep("cell", Score.nonFinite(Double.NaN, NonFinite.FAILED, "no memory"), 0);
			assertEquals(Optional.empty(), store.scores(IDENTITY).find("cell"));
		}
		try (ScoreStore store = open(file())) {
			assertEquals(0, store.scores(IDENTITY).size());
		}
	}

	/** The identity with one part changed, for each part. */
	private static List<ScoreIdentity> neighbours() throws ReflectiveOperationException {
		List<ScoreIdentity> neighbours = new ArrayList<>();
		var components = ScoreIdentity.class.getRecordComponents();
		for (int changed = 0; changed < components.length; changed++) {
			Object[] values = new Object[components.length];
			for (int i = 0; i < values.length; i++) {
				values[i] = components[i].getAccessor().invoke(IDENTITY);
			}
			values[changed] = switch (values[changed]) {
			case String text -> text + "x";
			case Integer number -> number + 1;
			case Long number -> number + 1;
			default -> throw new AssertionError();
			};
			neighbours.add((ScoreIdentity) ScoreIdentity.class.getDeclaredConstructors()[0].newInstance(values));
		}
		return neighbours;
	}

	@Test
	void noPartOfTheIdentityMayDiffer() throws Exception {
		assertEquals(ScoreIdentity.COLUMNS.size(), neighbours().size());
		fill(file(), 3);
		try (ScoreStore store = open(file())) {
			for (ScoreIdentity other : neighbours()) {
				assertEquals(0, store.scores(other).size(), other.toString());
				store.scores(other).keep("cell 1", score(other, "cell 1"), 0);
			}
		}
		try (ScoreStore store = open(file())) {
			for (ScoreIdentity other : neighbours()) {
				assertEquals(Optional.of(score(other, "cell 1")), store.scores(other).find("cell 1"));
			}
			assertEquals(Optional.of(score(IDENTITY, "cell 1")), store.scores(IDENTITY).find("cell 1"));
		}
	}

	private static long number(Path file, String query) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(query)) {
			return row.getLong(1);
		}
	}

	@Test
	void readersAndWritersDoNotWaitForEachOther() throws Exception {
		try (ScoreStore store = open(file());
				Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
				Statement statement = other.createStatement()) {
			try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
				assertEquals("wal", mode.getString(1));
			}
			store.scores(IDENTITY).keep("cell 1", Score.of(1), 0);
			store.flush();
			other.setAutoCommit(false);
			try (ResultSet row = statement.executeQuery("SELECT count(*) FROM score")) {
				assertEquals(1, row.getLong(1));
			}
			// the other one's reading goes on
			store.scores(IDENTITY).keep("cell 2", Score.of(2), 0);
			store.flush();
			assertEquals(2, number(file(), "SELECT count(*) FROM score"));
			other.commit();
		}
	}

	/** Without flushing, closing, or asking this store. A busy machine may be late a few times, not always. */
	@Test
	void aGroupIsInTheFileWithinASecond() throws Exception {
		assertTrue(ScoreStore.GROUP_MILLISECONDS <= 1000);
		try (ScoreStore store = open(file())) {
			KnownScores known = store.scores(IDENTITY);
			long took = Long.MAX_VALUE;
			for (int i = 1; i <= 10 && took > TimeUnit.SECONDS.toNanos(1); i++) {
				long began = System.nanoTime();
				known.keep("cell " + i, Score.of(i), 0);
				while (number(file(), "SELECT count(*) FROM score") < i) {
					assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(60), "never written");
					Thread.onSpinWait();
				}
				took = System.nanoTime() - began;
			}
			assertTrue(took <= TimeUnit.SECONDS.toNanos(1), took + " ns at best");
		}
	}

	/**
	 * Writes scores of a seed until it is killed, or as many as it is told; says what is certainly in the file. Begins
	 * when a line tells it to.
	 */
	static final class Writer {
		public static void main(String[] arguments) throws Exception {
			ScoreIdentity identity = identity(Long.parseLong(arguments[1]));
			int many = Integer.parseInt(arguments[2]);
			try (ScoreStore store = open(Path.of(arguments[0]))) {
				KnownScores known = store.scores(identity);
				System.out.println(0);
				System.in.read();
				for (int i = 0; i < many; i++) {
					known.keep("cell " + i, score(identity, "cell " + i), 0);
					if (i % 50 == 49) {
						store.flush();
						System.out.println(i + 1);
					}
				}
			}
		}
	}

	private static List<String> java(Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
						System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	private static Process start(Path file, int seed, int many) throws IOException {
		return new ProcessBuilder(java(Writer.class, file.toString(), Integer.toString(seed), Integer.toString(many)))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	private static void go(Process process) throws IOException {
		process.outputWriter().append('\n').flush();
	}

	@Test
	@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
	void processesWriteAtOnce() throws Exception {
		List<Process> processes = List.of(start(file(), 1, 1000), start(file(), 2, 1000), start(file(), 1, 1000));
		for (Process process : processes) {
			assertEquals("0", process.inputReader().readLine(), "is there");
		}
		for (Process process : processes) {
			go(process);
		}
		for (Process process : processes) {
			assertEquals(20, process.inputReader().lines().count());
			assertEquals(0, process.waitFor());
		}
		try (ScoreStore store = open(file())) {
			for (int seed = 1; seed <= 2; seed++) {
				KnownScores known = store.scores(identity(seed));
				assertEquals(1000, known.size());
				for (int i = 0; i < 1000; i++) {
					assertEquals(Optional.of(score(identity(seed), "cell " + i)), known.find("cell " + i));
				}
			}
		}
	}

	@Test
	@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
	void aKilledProcessLosesNothingThatWasWritten() throws Exception {
		for (int round = 0; round < 3; round++) {
			Process process = start(file(), round, Integer.MAX_VALUE);
			go(process);
			int certain = 0;
			try (BufferedReader out = process.inputReader()) {
				for (int lines = 0; lines < 4 + 5 * round; lines++) {
					certain = Integer.parseInt(out.readLine());
				}
				process.destroyForcibly().waitFor();
			}
			try (ScoreStore store = open(file())) {
				KnownScores known = store.scores(identity(round));
				assertTrue(known.size() >= certain, known.size() + " of " + certain);
				for (int i = 0; i < known.size(); i++) {
					assertEquals(Optional.of(score(identity(round), "cell " + i)), known.find("cell " + i));
				}
				known.keep("another", Score.of(1), 0);
			}
		}
		try (StoreMaintenance store = StoreMaintenance.open(file())) {
			assertEquals(0, store.info().damaged());
		}
	}

	private Problem refusal(Path file) {
		ProblemException e = assertThrows(ProblemException.class, () -> open(file).close());
		assertEquals(1, e.problems().size());
		assertEquals(file.toString(), e.problems().get(0).source());
		assertFalse(e.problems().get(0).remedy().isEmpty());
		return e.problems().get(0);
	}

	private static void sql(Path file, String... statements) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
				Statement statement = connection.createStatement()) {
			for (String line : statements) {
				statement.execute(line);
			}
		}
	}

	@Test
	void whatIsNoStoreIsRefusedAndLeftAlone() throws Exception {
		Path text = Files.writeString(folder.resolve("text"), "index,architecture,score\n".repeat(100));
		Path foreign = folder.resolve("foreign");
		sql(foreign, "CREATE TABLE score (a)");
		Path marked = folder.resolve("marked");
		sql(marked, "PRAGMA application_id=7");
		for (Path file : List.of(text, foreign, marked)) {
			byte[] before = Files.readAllBytes(file);
			assertEquals("foreign-store", refusal(file).code());
			assertTrue(Arrays.equals(before, Files.readAllBytes(file)), file + " was changed");
		}
		assertEquals("foreign-store", refusal(folder).code());
		assertEquals("unwritable-store", refusal(text.resolve("below/scores.sqlite")).code());
		ProblemException none = assertThrows(ProblemException.class, () -> StoreMaintenance.open(file()));
		assertEquals("no-store", none.problems().get(0).code());
		assertFalse(Files.exists(file()));
	}

	@Test
	void aNewerStoreIsRefused() throws Exception {
		fill(file(), 2);
		sql(file(), "PRAGMA user_version=2");
		assertEquals("newer-store", refusal(file()).code());
		sql(file(), "PRAGMA user_version=1", "DROP VIEW scores");
		assertEquals("damaged-store", refusal(file()).code());
	}

	/** Says how the store is refused. */
	static final class Opening {
		public static void main(String[] arguments) throws Exception {
			for (String file : arguments) {
				try (ScoreStore store = open(Path.of(file))) {
					System.out.println("opened " + store.file());
				} catch (ProblemException e) {
					System.out.println(e.problems().get(0).toLine());
				}
			}
		}
	}

	@Test
	@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
	void aStoreThatCannotBeWrittenIsRefused() throws Exception {
		Path locked = folder.resolve("read-only");
		List<String> refused = new ArrayList<>(List.of(file().toString()));
		fill(file(), 2);
		fill(locked.resolve("scores.sqlite"), 2);
		assertTrue(file().toFile().setWritable(false));
		// not every system knows of such folders
		if (locked.toFile().setWritable(false)) {
			refused.addAll(List.of(locked + "/scores.sqlite", locked + "/absent.sqlite"));
		}
		try {
			List<String> command = java(Opening.class, refused.toArray(String[]::new));
			command.add(folder + "/other");
			Process process = new ProcessBuilder(ReadOnly.respecting(command))
					.redirectError(ProcessBuilder.Redirect.INHERIT).start();
			List<String> said = process.inputReader().lines().toList();
			assertEquals(0, process.waitFor());
			assertEquals(refused.size() + 1, said.size(), said.toString());
			for (String line : said.subList(0, refused.size())) {
				assertTrue(line.contains("the score store cannot be written"), line);
				assertTrue(line.contains("permissions") && line.contains("--store"), line);
			}
			assertEquals("opened " + Path.of(folder + "/other"), said.get(refused.size()));
		} finally {
			assertTrue(locked.toFile().setWritable(true));
		}
	}

	@Test
	void aFolderThatCannotBeMadeIsToldInWords() throws Exception {
		Path text = Files.writeString(folder.resolve("text"), "a");
		assertEquals("the folder of the score store cannot be made: " + text + " is not a folder",
				refusal(text.resolve("scores.sqlite")).message());
		assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux has it");
		assertEquals("the folder of the score store cannot be made", refusal(Path.of("/proc/x/y.sqlite")).message());
	}

	@Test
	void anEmptyFileBecomesAStore() throws Exception {
		Path empty = Files.createFile(folder.resolve("empty"));
		Problem problem = assertThrows(ProblemException.class, () -> StoreMaintenance.open(empty)).problems().get(0);
		assertEquals("the file is empty", problem.message());
		assertEquals("the first run that uses it makes a score store of it", problem.remedy());
		assertEquals(0, Files.size(empty), "looking does not change it");
		fill(empty, 2);
		try (ScoreStore store = open(empty)) {
			assertEquals(2, store.scores(IDENTITY).size());
		}
	}

	/** Whatever happens to the bytes: a problem or fewer scores, never another score and never an exception. */
	@Test
	void damageNeverBecomesAScore() throws Exception {
		Path good = folder.resolve("good");
		fill(good, 400);
		byte[] bytes = Files.readAllBytes(good);
		Random random = new Random(11);
		int refused = 0;
		int missing = 0;
		for (int round = 0; round < 300; round++) {
			byte[] bad = bytes.clone();
			if (round % 3 == 0) {
				bad = Arrays.copyOf(bad, random.nextInt(bad.length));
			} else {
				int many = round % 3 == 1 ? 1 : 200;
				for (int i = 0; i < many; i++) {
					bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
				}
			}
			Path file = Files.write(folder.resolve("bad" + round), bad);
			List<Problem> told = Collections.synchronizedList(new ArrayList<>());
			try (ScoreStore store = ScoreStore.open(file, told::add)) {
				KnownScores known = store.scores(IDENTITY);
				for (int i = 0; i < 400; i++) {
					String cell = "cell " + i;
					known.find(cell).ifPresent(s -> assertEquals(score(IDENTITY, cell), s));
				}
				missing += known.size() < 400 && told.isEmpty() ? 1 : 0;
				known.keep("fresh", Score.of(1), 0);
				store.flush();
			} catch (ProblemException e) {
				told.addAll(e.problems());
			}
			assertTrue(told.size() <= 1, told.toString());
			told.forEach(p -> assertTrue(p.code().endsWith("-store") && !p.remedy().isEmpty(), p.toLine()));
			refused += told.size();
		}
		assertTrue(refused > 30, refused + " were noticed as a whole");
		assertTrue(missing > 10, missing + " were noticed score by score");
	}

	@Test
	void aDamagedScoreIsComputedAgainAndReplaced() throws Exception {
		fill(file(), 5);
		sql(file(), "UPDATE score SET value = 42 WHERE architecture = 'cell 3'",
				"UPDATE score SET value = NULL WHERE architecture = 'cell 4'");
		try (StoreMaintenance store = StoreMaintenance.open(file())) {
			assertEquals(2, store.info().damaged());
		}
		fill(file(), 5);
		try (StoreMaintenance store = StoreMaintenance.open(file()); ScoreStore again = open(file())) {
			assertEquals(0, store.info().damaged());
			assertEquals(Optional.of(score(IDENTITY, "cell 3")), again.scores(IDENTITY).find("cell 3"));
		}
	}

	@Test
	void aStoreThatBreaksWhileInUseIsToldOnce() throws Exception {
		List<Problem> told = Collections.synchronizedList(new ArrayList<>());
		try (ScoreStore store = ScoreStore.open(file(), told::add)) {
			store.scores(IDENTITY).keep("cell 1", Score.of(1), 0);
			store.flush();
			sql(file(), "DROP VIEW scores", "DROP TABLE score");
			for (int i = 2; i < 5; i++) {
				store.scores(IDENTITY).keep("cell " + i, Score.of(i), 0);
				store.flush();
				assertEquals(Optional.of(Score.of(i)), store.scores(IDENTITY).find("cell " + i), "still in memory");
			}
			assertEquals(0, store.scores(identity(9)).size());
			// others may write: nothing that was begun keeps the file locked
			sql(file(), "PRAGMA busy_timeout=0", "CREATE TABLE another (a)");
		}
		assertEquals(1, told.size(), told.toString());
		assertTrue(told.get(0).message().endsWith("going on without it"), told.get(0).toLine());
	}

	/** The thread that writes would otherwise be gone without anybody knowing. */
	@Test
	void whateverEndsTheWritingIsTold() throws Exception {
		for (Throwable thrown : List.of(new IllegalStateException("unforeseen"), new StackOverflowError())) {
			List<Problem> told = Collections.synchronizedList(new ArrayList<>());
			Path file = folder.resolve(thrown.getClass().getSimpleName());
			try (ScoreStore store = ScoreStore.open(file, told::add, (connection, group) -> {
				connection.setAutoCommit(false);
				ScoreRows.insert(connection, group);
				throw ScoreStoreTest.<RuntimeException>unchecked(thrown);
			})) {
				KnownScores known = store.scores(IDENTITY);
				known.keep("cell 1", Score.of(1), 0);
				store.flush();
				known.keep("cell 2", Score.of(2), 0);
				store.flush();
				assertEquals(Optional.of(Score.of(2)), known.find("cell 2"), "still in memory");
				assertEquals(0, store.scores(identity(9)).size());
				sql(file, "PRAGMA busy_timeout=0", "CREATE TABLE another (a)");
			}
			assertEquals(1, told.size(), told.toString());
			assertEquals("failed-store", told.get(0).code());
			assertEquals(file.toString(), told.get(0).source());
			assertTrue(told.get(0).message().endsWith(thrown + "; going on without it"), told.get(0).toLine());
			assertEquals(0, number(file, "SELECT count(*) FROM score"));
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> T unchecked(Throwable any) throws T {
		throw (T) any;
	}

	@Test
	void peopleAndPandasReadPlainColumns() throws Exception {
		try (ScoreStore store = open(file())) {
			store.scores(IDENTITY).keep("a", Score.of(2.5), 0.25);
			store.scores(IDENTITY).keep("b", Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.DISCONNECTED, ""), 0);
			store.scores(IDENTITY).keep("c", Score.nonFinite(Double.NaN, NonFinite.MISSING, ""), 0);
		}
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"SELECT proxy, seed, architecture, value, reason, seconds FROM scores ORDER BY architecture")) {
			List<String> rows = new ArrayList<>();
			while (row.next()) {
				rows.add(row.getString(1) + " " + row.getLong(2) + " " + row.getString(3) + " " + row.getObject(4) + " "
						+ row.getString(5) + " " + row.getDouble(6));
			}
			assertEquals(List.of("naswot 1 a 2.5 null 0.25", "naswot 1 b -Infinity disconnected 0.0",
					"naswot 1 c null missing 0.0"), rows);
		}
	}

	@Test
	void storesAreMergedExportedAndPruned() throws Exception {
		Path other = folder.resolve("other.sqlite");
		fill(file(), 10);
		fill(other, 15);
		try (ScoreStore store = open(other)) {
			store.scores(identity(2)).keep("cell 0", Score.of(7), 0);
		}
		sql(other, "UPDATE score SET value = 1 WHERE architecture = 'cell 14'");
		try (ScoreStore store = open(file())) {
			store.scores(identity(2)).keep("cell 0", Score.of(8), 0);
		}
		try (StoreMaintenance store = StoreMaintenance.openOrCreate(file())) {
			assertEquals(new StoreMaintenance.Merged(4, 10, 1, 1), store.add(other));
			assertEquals(15, store.info().scores());
			assertEquals(List.of(2), store.info().groups().stream().map(StoreInfo.Group::seeds).toList());
			List<List<String>> rows = new ArrayList<>();
			assertEquals(0, store.export(rows::add));
			assertEquals(16, rows.size());
			assertTrue(rows.stream().allMatch(r -> r.size() == rows.get(0).size()));
			assertEquals("8.0", rows.get(15).get(rows.get(0).indexOf("score")));
			Optional<String> any = Optional.empty();
			assertEquals(0, store.prune(new StoreMaintenance.Which(any, any, any, any,
					Optional.of(Instant.parse("2020-01-01T00:00:00Z")))));
			assertEquals(0,
					store.prune(new StoreMaintenance.Which(any, Optional.of("synflow"), any, any, Optional.empty())));
			assertEquals(15, store.prune(
					new StoreMaintenance.Which(any, Optional.of("naswot"), Optional.of("1"), any, Optional.empty())));
			assertEquals(0, store.info().scores());
			assertEquals(List.of(), store.info().groups());
		}
		assertFalse(Files.readString(file(), StandardCharsets.ISO_8859_1).contains("naswot"),
				"the space is given back");
	}

	@Test
	void nothingIsMergedFromADamagedStore() throws Exception {
		Path other = folder.resolve("other.sqlite");
		fill(file(), 1);
		fill(other, 400);
		byte[] bytes = Files.readAllBytes(other);
		Files.write(other, Arrays.copyOf(bytes, bytes.length - 4096));
		try (StoreMaintenance store = StoreMaintenance.open(file())) {
			assertEquals("damaged-store",
					assertThrows(ProblemException.class, () -> store.add(other)).problems().get(0).code());
			assertEquals(1, store.info().scores());
		}
	}

	@Test
	void aStoreIsRecognisedByWhateverName() throws Exception {
		fill(file(), 1);
		Path file = file();
		Path link = Files.createSymbolicLink(folder.resolve("link"), file);
		Path sameFolder = Files.createSymbolicLink(folder.resolve("same"), file.getParent());
		List<Path> names = List.of(file, link, sameFolder.resolve("scores.sqlite"),
				file.getParent().resolve("../cache/scores.sqlite"), Files.createLink(folder.resolve("hard"), file));
		for (Path store : names) {
			for (Path other : names) {
				assertIsOutput(store, other);
			}
		}
		// not there while nobody writes the store
		for (String beside : List.of("-wal", "-shm", "-journal")) {
			assertIsOutput(file, sameFolder.resolve("scores.sqlite" + beside));
			assertIsOutput(link, Path.of(file + beside));
		}
		Path later = folder.resolve("later.sqlite");
		assertIsOutput(later, folder.resolve("cache/../later.sqlite"));
		StoreMaintenance.refuseAsOutput(file, later, "--out");
		StoreMaintenance.refuseAsOutput(file, file.resolveSibling("scores.csv"), "--out");
		StoreMaintenance.refuseAsOutput(later, file, "--out");
	}

	private static void assertIsOutput(Path store, Path output) {
		Problem problem = assertThrows(ProblemException.class,
				() -> StoreMaintenance.refuseAsOutput(store, output, "--out"), store + ", " + output).problems().get(0);
		assertEquals("output-is-store", problem.code());
		assertEquals("name another file with --out", problem.remedy());
	}

	@Test
	void aStoreIsNotAddedToItself() throws Exception {
		fill(file(), 1);
		Path link = Files.createSymbolicLink(folder.resolve("link"), file());
		try (StoreMaintenance store = StoreMaintenance.open(file())) {
			for (Path same : List.of(file(), link, Path.of(file() + "-wal"))) {
				assertEquals("same-store",
						assertThrows(ProblemException.class, () -> store.add(same)).problems().get(0).code());
			}
			assertEquals(1, store.info().scores());
		}
	}
}
