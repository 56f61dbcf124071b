/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;

/**
 * Parameters as one text that is equal exactly when their values are, whatever their order. A file counts by what it
 * holds, not by where it lies.
 */
final class CanonicalParameters {
	private CanonicalParameters() {
	}

	/** What cannot be told by its content. */
	private static final class Unidentified extends Exception {
		private static final long serialVersionUID = 1L;

		Unidentified(String what, Exception cause) {
			super(what, cause);
		}
	}

	/**
	 * @param parameters any
	 * @return the text; empty when they name a folder or a file that cannot be read
	 */
	static Optional<String> of(Parameters parameters) {
		try {
			return Optional.of(text(parameters));
		} catch (Unidentified e) {
			return Optional.empty();
		}
	}

	private static String text(Object value) throws Unidentified {
		return switch (value) {
		case Parameters parameters -> group(parameters);
		case Selection selection -> selection.id() + group(selection.parameters());
		case List<?> list -> list(list);
		case Path path -> '"' + content(path) + '"';
		case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
		default -> value.toString();
		};
	}

	private static String group(Parameters parameters) throws Unidentified {
		Map<String, String> texts = new TreeMap<>();
		for (Map.Entry<String, Object> entry : parameters.asMap().entrySet()) {
			texts.put(entry.getKey(), text(entry.getValue()));
		}
		return texts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
				.collect(Collectors.joining(", ", "{", "}"));
	}

	private static String list(List<?> list) throws Unidentified {
		StringBuilder text = new StringBuilder("[");
		for (Object item : list) {
			text.append(text.length() == 1 ? "" : ", ").append(text(item));
		}
		return text.append(']').toString();
	}

	private static String content(Path path) throws Unidentified {
		if (!Files.isRegularFile(path)) {
			throw new Unidentified(path.toString(), null);
		}
		try (InputStream in = Files.newInputStream(path)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
			return "sha256:" + HexFormat.of().formatHex(digest.digest());
		} catch (IOException e) {
			throw new Unidentified(path.toString(), e);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
