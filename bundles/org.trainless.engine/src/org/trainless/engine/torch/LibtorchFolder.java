/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder that should hold libtorch. A libtorch of another version than the JNI library was built for loads all the
 * same and then computes with wrong types; neither it nor DJL says its version, but the version stands in it as a text.
 *
 * @param path the folder
 */
public record LibtorchFolder(Path path) {
	private static final List<String> LIBRARIES = List.of("libtorch_cpu.so", "torch_cpu.dll", "libtorch_cpu.dylib");
	private static final long WINDOW = 1L << 28;

	/**
	 * @return the library itself, where the folder holds it
	 */
	public Optional<Path> library() {
		return LIBRARIES.stream().map(path::resolve).filter(Files::isRegularFile).findFirst();
	}

	/**
	 * Reads through the library, which takes a moment.
	 *
	 * @param version for example {@link TorchEngine#LIBTORCH}
	 * @return true when the library holds that version's text, alone or followed by a build such as {@code +cpu}
	 * @throws IOException when there is no library, or it cannot be read
	 */
	public boolean isVersion(String version) throws IOException {
		Path library = library().orElseThrow(() -> new IOException("there is no libtorch in " + path));
		byte[] text = ('\0' + version).getBytes(StandardCharsets.US_ASCII);
		try (FileChannel channel = FileChannel.open(library)) {
			for (long start = 0; start < channel.size(); start += WINDOW) {
				long length = Math.min(WINDOW + text.length + 1, channel.size() - start);
				if (contains(channel.map(FileChannel.MapMode.READ_ONLY, start, length), text)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean contains(MappedByteBuffer bytes, byte[] text) {
		int last = bytes.limit() - text.length;
		for (int i = 0; i < last; i++) {
			// most bytes are not the version's first digit
			if (bytes.get(i + 1) == text[1] && bytes.get(i) == 0 && matches(bytes, i, text)) {
				byte next = bytes.get(i + text.length);
				if (next == 0 || next == '+') {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean matches(MappedByteBuffer bytes, int start, byte[] text) {
		for (int j = 2; j < text.length; j++) {
			if (bytes.get(start + j) != text[j]) {
				return false;
			}
		}
		return true;
	}
}
