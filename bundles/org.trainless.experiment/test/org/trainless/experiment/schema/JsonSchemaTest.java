/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.experiment.CanonicalForm;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.TestCatalog;
import org.trainless.experiment.TestFiles;

class JsonSchemaTest {
	/**
	 * What a schema that looks at one value at a time must find; the other codes concern several values or the text.
	 */
	private static final Set<String> STRUCTURAL = Set.of("unknown-key", "missing-key", "missing-value", "wrong-type",
			"out-of-bounds", "bad-choice", "unknown-contribution", "conflicting-keys", "newer-format");
	/** What a schema cannot say, although the code is one that it mostly finds. */
	private static final Set<String> BEYOND = Set.of("out-of-bounds-seeds.nas.yaml", "blank-name.nas.yaml",
			"constraint-blank.nas.yaml", "variable-of-wrong-type.nas.yaml",
			// JSON has no infinite numbers, and other readers of YAML merge before anything is checked
			"wrong-type-infinite.nas.yaml", "yaml-merge-key.nas.yaml");

	private final Map<?, ?> schema = (Map<?, ?>) load(new JsonSchema(new TestCatalog()).text());
	private final SchemaValidator validator = new SchemaValidator(schema);

	static List<Path> good() {
		return TestFiles.good();
	}

	static List<Path> bad() {
		return TestFiles.bad().stream().filter(f -> !BEYOND.contains(f.getFileName().toString())).filter(f -> {
			ExperimentResult result = TestFiles.read(TestFiles.text(f));
			return result.document().problems().isEmpty()
					&& result.problems().stream().anyMatch(p -> STRUCTURAL.contains(p.code()));
		}).toList();
	}

	/** JSON is YAML. The core schema reads numbers and truth values as the format does. */
	private static Object load(String text) {
		return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text);
	}

	@ParameterizedTest
	@MethodSource("good")
	void acceptsGoodFilesAndTheirCanonicalForm(Path file) {
		String text = TestFiles.text(file);
		assertEquals(List.of(), validator.errors(load(text)));
		String canonical = CanonicalForm.of(TestFiles.read(text).experiment().orElseThrow()).text();
		assertEquals(List.of(), validator.errors(load(canonical)));
	}

	@ParameterizedTest
	@MethodSource("bad")
	void refusesWhatIsWrongInStructure(Path file) {
		assertFalse(validator.errors(load(TestFiles.text(file))).isEmpty());
	}

	@Test
	void theCorpusOfBadFilesIsNotEmpty() {
		assertTrue(bad().size() > 60, () -> bad().size() + " files");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "seed: per-run|true", "seed: 7|true",
			"seed: \"${SEED}\"|true", "seed: \"7\"|true", "seed: -1|false", "seed: 1.5|false", "seed: once|false",
			"seed: true|false" })
	void scoringIsAWordOrASeed(String seed, boolean accepted) {
		String text = "{format: 1, name: a, space: nats-tss, scoring: {" + seed
				+ "}, searches: [{name: a, strategy: random, proxy: naswot}]}";
		assertEquals(accepted, validator.errors(load(text)).isEmpty());
	}

	@Test
	void namesItsDialectAndEveryContribution() {
		assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema"));
		Map<?, ?> definitions = (Map<?, ?>) schema.get("$defs");
		for (ContributionKind kind : ContributionKind.values()) {
			List<?> alternatives = (List<?>) ((Map<?, ?>) definitions.get(kind.id())).get("anyOf");
			for (Contribution contribution : new TestCatalog().all(kind)) {
				Map<?, ?> alternative = alternatives.stream().map(a -> (Map<?, ?>) a)
						.filter(a -> contribution.name().equals(a.get("title"))).findFirst().orElseThrow();
				Map<?, ?> properties = (Map<?, ?>) alternative.get("properties");
				List<String> names = new ArrayList<>(List.of("id"));
				contribution.parameters().forEach(p -> names.add(p.name()));
				assertEquals(names, List.copyOf(properties.keySet()));
				assertEquals(contribution.description(), alternative.get("description"));
				assertEquals(contribution.deprecated() ? true : null, alternative.get("deprecated"));
				for (ParameterDescriptor parameter : contribution.parameters()) {
					assertEquals(parameter.description(),
							((Map<?, ?>) properties.get(parameter.name())).get("description"));
				}
			}
		}
	}

	@Test
	void everyKeyHasADescription() {
		assertDescribed((Map<?, ?>) schema.get("properties"), ExperimentFormat.keys());
	}

	private static void assertDescribed(Map<?, ?> properties, List<ParameterDescriptor> parameters) {
		assertEquals(parameters.stream().map(ParameterDescriptor::name).toList(), List.copyOf(properties.keySet()));
		for (ParameterDescriptor parameter : parameters) {
			Map<?, ?> property = (Map<?, ?>) properties.get(parameter.name());
			assertTrue(((String) property.get("description")).startsWith(parameter.description()), parameter.name());
			Map<?, ?> inner = parameter.list() ? (Map<?, ?>) property.get("items") : property;
			if (inner.get("properties") instanceof Map<?, ?> nested) {
				assertDescribed(nested, parameter.parameters());
			}
		}
	}

	@Test
	void isTheSameTextEveryTime() {
		String text = new JsonSchema(new TestCatalog()).text();
		assertEquals(text, new JsonSchema(new TestCatalog()).text());
		assertTrue(text.endsWith("}\n"));
		assertFalse(text.contains("\r"));
	}
}
