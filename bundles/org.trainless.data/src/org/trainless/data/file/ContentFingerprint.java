/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * Identifies files by their names, sizes and every byte of their content, and the settings under which they are read.
 * Reads the files when it is first asked, once: 150 MB take 0.1 to 0.5 s. Thread-safe.
 */
public final class ContentFingerprint implements Supplier<String> {
	private static final int BUFFER = 1 << 18;
	private static final int SHOWN_BYTES = 16;

	private final String settings;
	private final Path root;
	private final List<Path> files;
	private String text;

	/**
	 * @param settings what else determines the data that are read, the kind first
	 * @param root     folder that file names are relative to, so that moving it changes nothing
	 * @param files    the files, in a fixed order
	 */
	public ContentFingerprint(String settings, Path root, List<Path> files) {
		this.settings = settings;
		this.root = root;
		this.files = List.copyOf(files);
	}

	/**
	 * @return 32 hexadecimal digits of a SHA-256
	 * @throws UncheckedIOException when a file cannot be read any more
	 */
	@Override
	public synchronized String get() {
		if (text == null) {
			try {
				text = compute();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return text;
	}

	private String compute() throws IOException {
		MessageDigest digest = sha256();
		digest.update(settings.getBytes(StandardCharsets.UTF_8));
		byte[] buffer = new byte[BUFFER];
		for (Path file : files) {
			String name = root.relativize(file).toString().replace('\\', '/');
			digest.update(("\n" + name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
			try (InputStream in = Files.newInputStream(file)) {
				for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
					digest.update(buffer, 0, count);
				}
			}
		}
		return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
