/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.testing.PluginXml;

class ContributionRegistryTest {
	private final List<BrokenContribution> log = new ArrayList<>();

	private ContributionRegistry registry(String... contributorAndExtensions) throws IOException {
		PluginXml xml = new PluginXml();
		for (int i = 0; i < contributorAndExtensions.length; i += 2) {
			String text = "<plugin>" + contributorAndExtensions[i + 1] + "</plugin>";
			xml.add(contributorAndExtensions[i], new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		}
		return new ContributionRegistry(xml.elements(), log::add);
	}

	private static String proxies(String content) {
		return "<extension point='org.trainless.core.proxies'>" + content + "</extension>";
	}

	private static String datasets(Class<?> type) {
		return "<extension point='org.trainless.core.datasets'><dataset id='d' name='D' class='" + type.getName()
				+ "'/></extension>";
	}

	private static Problem onlyProblem(ProblemException e) {
		assertEquals(1, e.problems().size());
		return e.problems().get(0);
	}

	@Test
	void readsEverythingFromAttributesWithoutTheClass() throws IOException {
		ContributionRegistry registry = registry("com.example", proxies("""
				<proxy id='b-proxy' name='B' class='no.such.Class' version='3' higherIsBetter='false' reference='R'
						deprecated='true' replacedBy='a-proxy' colour='blue'>
					<description>One
						sentence.</description>
					<alias id='bee'/>
					<requires capability='labels'/>
					<parameter name='size' type='integer' min='1' max='9' default='4' unit='px'>
						<description>How big.</description></parameter>
					<parameter name='levels' type='integer' list='true' default='[1, 2]'/>
					<parameter name='mode' type='choice' choices='one, two' default='two'/>
					<parameter name='warm-up' type='group'>
						<parameter name='proxy' type='contribution' kind='proxies' required='true'/>
					</parameter>
				</proxy>
				<proxy id='a-proxy' name='A' class='no.such.Class'/>"""));

		List<Contribution> all = registry.all(ContributionKind.PROXY);
		assertEquals(List.of("a-proxy", "b-proxy"), all.stream().map(Contribution::id).toList());
		Contribution b = all.get(1);
		assertEquals("One sentence.", b.description());
		assertEquals("R", b.reference());
		assertTrue(b.deprecated());
		assertEquals(Optional.of("a-proxy"), b.replacedBy());
		assertEquals(Set.of("bee"), b.aliases());
		assertEquals(Set.of("labels"), b.requires());
		assertEquals(Map.of("version", "3", "higherIsBetter", "false", "colour", "blue"), b.properties());
		assertEquals("com.example", b.contributor());
		assertEquals(List.of("size", "levels", "mode", "warm-up"),
				b.parameters().stream().map(ParameterDescriptor::name).toList());
		ParameterDescriptor size = b.parameter("size").orElseThrow();
		assertEquals(new ParameterDescriptor("size", ParameterType.INTEGER, false, Optional.of("4"), Optional.of(1.0),
				Optional.of(9.0), List.of(), "px", false, Optional.empty(), List.of(), "How big."), size);
		assertEquals(List.of("one", "two"), b.parameter("mode").orElseThrow().choices());
		ParameterDescriptor nested = b.parameter("warm-up").orElseThrow().parameters().get(0);
		assertEquals(Optional.of(ContributionKind.PROXY), nested.kind());
		assertTrue(nested.required());
		assertEquals(Map.of("version", "1", "higherIsBetter", "true"), all.get(0).properties());
		assertSame(b, registry.find(ContributionKind.PROXY, "bee").orElseThrow());
		assertEquals(List.of(), log);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			<proxy name='X' class='X'/>                                                        | no id
			<proxy id=' ' name='X' class='X'/>                                                 | no id
			<proxy id='Big One' name='X' class='X'/>                                           | Big One
			<proxy id='x' class='X'/>                                                          | no name
			<proxy id='x' name='X'/>                                                           | no class
			<proxy id='x' name='X' class='X' version='new'/>                                   | version
			<proxy id='x' name='X' class='X' higherIsBetter='yes'/>                            | higherIsBetter
			<proxy id='x' name='X' class='X' deprecated='perhaps'/>                            | deprecated
			<proxy id='x' name='X' class='X'><aliass id='y'/></proxy>                          | aliass
			<proxy id='x' name='X' class='X'><requires/></proxy>                               | capability
			<dataset id='x' name='X' class='X'/>                                               | dataset
			<proxy id='x' name='X' class='X'><parameter type='string'/></proxy>                | name
			<proxy id='x' name='X' class='X'><parameter name='n'/></proxy>                     | type
			<proxy id='x' name='X' class='X'><parameter name='n' type='float'/></proxy>        | float
			<proxy id='x' name='X' class='X'><parameter name='aB' type='string'/></proxy>      | aB
			<proxy id='x' name='X' class='X'><parameter name='id' type='string'/></proxy>      | reserved
			<proxy id='x' name='X' class='X'><parameter name='n' type='string' defualt='1'/></proxy> | defualt
			<proxy id='x' name='X' class='X'><parameter name='n' type='string'/><parameter name='n' type='path'/></proxy> | twice
			<proxy id='x' name='X' class='X'><parameter name='n' type='choice'/></proxy>       | choices
			<proxy id='x' name='X' class='X'><parameter name='n' type='choice' choices='a,,b'/></proxy> | choices
			<proxy id='x' name='X' class='X'><parameter name='n' type='string' choices='a'/></proxy> | choices
			<proxy id='x' name='X' class='X'><parameter name='n' type='contribution'/></proxy> | kind
			<proxy id='x' name='X' class='X'><parameter name='n' type='contribution' kind='proxy'/></proxy> | proxy
			<proxy id='x' name='X' class='X'><parameter name='n' type='group'/></proxy>        | group
			<proxy id='x' name='X' class='X'><parameter name='n' type='string'><parameter name='m' type='string'/></parameter></proxy> | group
			<proxy id='x' name='X' class='X'><parameter name='n' type='integer' min='a'/></proxy> | min
			<proxy id='x' name='X' class='X'><parameter name='n' type='integer' min='2' max='1'/></proxy> | above
			<proxy id='x' name='X' class='X'><parameter name='n' type='string' min='2'/></proxy> | bounds
			<proxy id='x' name='X' class='X'><parameter name='n' type='integer' default='1' required='true'/></proxy> | required
			<proxy id='x' name='X' class='X'><parameter name='n' type='integer' default='1.5'/></proxy> | 1.5
			<proxy id='x' name='X' class='X'><parameter name='n' type='integer' default='0' min='1'/></proxy> | below
			<proxy id='x' name='X' class='X'><parameter name='n' type='number' default='3' max='2'/></proxy> | above
			<proxy id='x' name='X' class='X'><parameter name='n' type='number' default='NaN'/></proxy> | NaN
			<proxy id='x' name='X' class='X'><parameter name='n' type='boolean' default='yes'/></proxy> | yes
			<proxy id='x' name='X' class='X'><parameter name='n' type='choice' choices='a,b' default='c'/></proxy> | c
			<proxy id='x' name='X' class='X'><parameter name='n' type='integer' list='true' default='1'/></proxy> | list
			<proxy id='x' name='X' class='X'><parameter name='n' type='integer' list='true' default='[1, a]'/></proxy> | a
			<proxy id='x' name='X' class='X'><parameter name='n' type='string' list='true' min='2' default='[a]'/></proxy> | below
			""")
	void aBrokenOneIsOneEntryThatNamesItsBundleAndTheRestLoads(String element, String says) throws IOException {
		ContributionRegistry registry = registry("com.example.broken", proxies(element), "com.example.good",
				proxies("<proxy id='good' name='Good' class='G'/>"));
		assertEquals(List.of("good"), registry.all(ContributionKind.PROXY).stream().map(Contribution::id).toList());
		assertEquals(1, log.size());
		assertEquals(log, registry.broken());
		String line = log.get(0).toLine();
		assertTrue(line.contains("com.example.broken"), line);
		assertTrue(log.get(0).message().contains(says), line);
	}

	@Test
	void batchIsReservedForDatasets() throws IOException {
		registry("com.example", "<extension point='org.trainless.core.datasets'><dataset id='d' name='D' class='D'>"
				+ "<parameter name='batch' type='integer'/></dataset></extension>");
		assertEquals(1, log.size());
	}

	@Test
	void anIdIsGivenOnceAndOursKeepTheirMeaning() throws IOException {
		String[] bundles = { "com.acme",
				proxies("<proxy id='naswot' name='Acme' class='A'/><proxy id='x' name='X' class='A'/>"),
				"org.trainless.proxies", proxies("<proxy id='naswot' name='Ours' class='O'><alias id='nwot'/></proxy>"),
				"net.zed", proxies("<proxy id='x' name='Zed' class='Z'/><proxy id='nwot' name='Zed' class='Z'/>") };
		ContributionRegistry registry = registry(bundles);
		assertEquals("Ours", registry.find(ContributionKind.PROXY, "naswot").orElseThrow().name());
		assertEquals("Ours", registry.find(ContributionKind.PROXY, "nwot").orElseThrow().name());
		assertEquals("X", registry.find(ContributionKind.PROXY, "x").orElseThrow().name());
		assertEquals(Set.of("com.acme naswot", "net.zed x", "net.zed nwot"),
				Set.copyOf(log.stream().map(b -> b.contributor() + ' ' + b.id().orElseThrow()).toList()));
		List<String> messages = log.stream().map(BrokenContribution::toLine).toList();
		assertTrue(messages.stream().allMatch(m -> m.contains("is taken by the proxy")), messages.toString());

		List<BrokenContribution> first = List.copyOf(log);
		log.clear();
		registry(bundles[4], bundles[5], bundles[2], bundles[3], bundles[0], bundles[1]);
		assertEquals(first, log, "the order of installation does not matter");
	}

	@Test
	void unknownIdGetsTheNearestName() throws IOException {
		ContributionRegistry registry = registry("b",
				proxies("<proxy id='naswot' name='N' class='N'/><proxy id='synflow' name='S' class='N'/>"));
		Problem near = onlyProblem(assertThrows(ProblemException.class,
				() -> registry.proxy(new Selection(ContributionKind.PROXY, "nasswot", Parameters.EMPTY))));
		assertEquals("unknown-contribution", near.code());
		assertTrue(near.remedy().contains("'naswot'"), near.toLine());
		Problem far = onlyProblem(
				assertThrows(ProblemException.class, () -> registry.require(ContributionKind.PROXY, "something-else")));
		assertTrue(far.remedy().contains("naswot, synflow"), far.toLine());
	}

	@Test
	void askingForABrokenOneSaysWhyItIsLeftOut() throws IOException {
		ContributionRegistry registry = registry("com.example.broken",
				proxies("<proxy id='x' name='X' class='X' version='new'/>"));
		Problem problem = onlyProblem(
				assertThrows(ProblemException.class, () -> registry.require(ContributionKind.PROXY, "x")));
		assertEquals("broken-contribution", problem.code());
		assertTrue(problem.message().contains("version"), problem.toLine());
	}

	/** Its constructor fails. */
	public static final class Throwing implements DatasetFactory {
		/** Fails. */
		public Throwing() {
			throw new IllegalStateException("no luck");
		}

		@Override
		public Dataset open(Parameters parameters) {
			throw new AssertionError();
		}
	}

	/** Its factory method fails. */
	public static final class FailingFactory implements DatasetFactory {
		@Override
		public Dataset open(Parameters parameters) {
			throw new UnsupportedOperationException("not today");
		}
	}

	/** Its factory method reports a problem as it should. */
	public static final class ReportingFactory implements DatasetFactory {
		@Override
		public Dataset open(Parameters parameters) throws ProblemException {
			throw new ProblemException(Problem.error("missing-file", "There is no file \"x\"", "download it"));
		}
	}

	/** Its factory method returns nothing. */
	public static final class EmptyFactory implements DatasetFactory {
		@Override
		public Dataset open(Parameters parameters) {
			return null;
		}
	}

	@Test
	void failuresOfCreationNameIdClassAndBundle() throws IOException {
		for (Class<?> type : List.of(Throwing.class, FailingFactory.class, EmptyFactory.class, String.class)) {
			ContributionRegistry registry = registry("com.example.bad", datasets(type));
			assertEquals(1, registry.all(ContributionKind.DATASET).size(), "listing does not create");
			Problem problem = onlyProblem(assertThrows(ProblemException.class,
					() -> registry.dataset(new Selection(ContributionKind.DATASET, "d", Parameters.EMPTY))));
			assertEquals("contribution-failed", problem.code());
			for (String part : List.of("'d'", type.getName(), "com.example.bad")) {
				assertTrue(problem.message().contains(part), problem.toLine());
			}
		}
		assertTrue(log.isEmpty());
	}

	@Test
	void aClassThatIsMissingIsNamed() throws IOException {
		ContributionRegistry registry = registry("com.example.bad",
				proxies("<proxy id='x' name='X' class='com.example.Missing'/>"));
		Problem problem = onlyProblem(assertThrows(ProblemException.class,
				() -> registry.proxy(new Selection(ContributionKind.PROXY, "x", Parameters.EMPTY))));
		assertTrue(problem.message().contains("com.example.Missing"), problem.toLine());
		assertTrue(problem.message().contains("com.example.bad"), problem.toLine());
	}

	@Test
	void problemsThatAContributionReportsPassUnchanged() throws IOException {
		ContributionRegistry registry = registry("com.example", datasets(ReportingFactory.class));
		Problem problem = onlyProblem(assertThrows(ProblemException.class,
				() -> registry.dataset(new Selection(ContributionKind.DATASET, "d", Parameters.EMPTY))));
		assertEquals("missing-file", problem.code());
		assertFalse(problem.message().contains("com.example"));
	}

	@Test
	void builtInContributionsAreAllWellDeclared() throws IOException {
		ContributionRegistry registry = new ContributionRegistry(new PluginXml().addBuiltIn().elements(), log::add);
		assertEquals(List.of(), log.stream().map(BrokenContribution::toLine).toList());
		for (ContributionKind kind : ContributionKind.values()) {
			for (Contribution contribution : registry.all(kind)) {
				assertFalse(contribution.description().isBlank(), contribution.id() + " has no description");
				for (ParameterDescriptor parameter : contribution.parameters()) {
					assertFalse(parameter.description().isBlank(), contribution.id() + "." + parameter.name());
				}
			}
		}
	}
}
