/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibtorchFolderTest {
	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "'x|2.7.1|y', true", "'x|2.7.1+cpu|y', true", "'x|2.7.10|y', false", "'x|12.7.1|y', false",
			"'x|2.6.0|y|libtorch-2.7.1', false", "'|2.7.1', false", "'', false" })
	void theVersionIsATextOfItsOwn(String content, boolean expected) throws IOException {
		Files.write(folder.resolve("libtorch_cpu.so"), content.replace('|', '\0').getBytes(StandardCharsets.US_ASCII));
		assertEquals(expected, new LibtorchFolder(folder).isVersion("2.7.1"));
	}

	@Test
	void aFolderWithoutLibtorchIsSaidToBeOne() {
		assertThrows(IOException.class, () -> new LibtorchFolder(folder).isVersion("2.7.1"));
		assertEquals(Optional.empty(), new LibtorchFolder(folder).library());
	}
}
