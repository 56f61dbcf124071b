/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches Maven where there is none at all, for mvnw and mvnw.cmd: {@code java FetchMaven.java VERSION SHA-512 FOLDER}.
 * The repository is Maven's own default, or what the variable MVNW_REPOURL names.
 */
final class FetchMaven {
	private static final String DEFAULT = "https://repo.maven.apache.org/maven2";

	private FetchMaven() {
	}

	public static void main(String[] arguments) throws Exception {
		String given = System.getenv("MVNW_REPOURL");
		String repository = given == null || given.isBlank() ? DEFAULT : given.strip().replaceAll("/+$", "");
		URI address = URI.create(repository + "/org/apache/maven/apache-maven/" + arguments[0] + "/apache-maven-"
				+ arguments[0] + "-bin.zip");
		try {
			byte[] archive = read(address);
			String found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(archive));
			if (!found.equals(arguments[1])) {
				throw new IOException("this is not Maven " + arguments[0] + ": its SHA-512 is " + found);
			}
			unpack(archive, Path.of(arguments[2]).toAbsolutePath());
		} catch (IOException e) {
			System.err.println(address + ": " + (e.getMessage() == null ? e : e.getMessage()));
			System.err.println("Maven cannot be fetched: install one (3.9.9 or newer), or name a repository that can be "
					+ "reached in the variable MVNW_REPOURL");
			System.exit(1);
		}
	}

	private static byte[] read(URI address) throws IOException, InterruptedException {
		if (address.getScheme().equals("file")) {
			return Files.readAllBytes(Path.of(address));
		}
		try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL)
				.connectTimeout(Duration.ofSeconds(30)).build()) {
			HttpResponse<byte[]> response = client.send(
					HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(10)).build(),
					HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IOException("the server answers " + response.statusCode());
			}
			return response.body();
		}
	}

	/** Beside its place first, so that what is there is whole. */
	private static void unpack(byte[] archive, Path folder) throws IOException {
		Files.createDirectories(folder);
		Path part = Files.createTempDirectory(folder, "maven");
		Path root = null;
		try (ZipInputStream entries = new ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				Path file = part.resolve(entry.getName()).normalize();
				if (!file.startsWith(part)) {
					throw new IOException(entry.getName() + " leaves the folder");
				}
				root = part.resolve(part.relativize(file).getName(0));
				if (entry.isDirectory()) {
					Files.createDirectories(file);
				} else {
					Files.createDirectories(file.getParent());
					copy(entries, file);
				}
			}
		}
		if (root == null) {
			throw new IOException("the archive is empty");
		}
		root.resolve("bin/mvn").toFile().setExecutable(true, false);
		Files.move(root, folder.resolve(root.getFileName()), StandardCopyOption.ATOMIC_MOVE);
		Files.delete(part);
	}

	private static void copy(InputStream entries, Path file) throws IOException {
		Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
	}
}
