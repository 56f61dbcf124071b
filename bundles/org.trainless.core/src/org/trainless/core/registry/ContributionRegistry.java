/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.BenchmarkFactory;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.export.Exporter;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.NearestName;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ProxyFactory;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.strategy.StrategyFactory;
import org.trainless.core.registry.ContributionElement.CreationException;

/** Reads declarations once, when it is made, and creates on demand. */
public class ContributionRegistry implements Contributions {
	private static final String OWN_NAMESPACE = "org.trainless.";

	private record Entry(Contribution contribution, ContributionElement element) {
		String className() {
			return element.attribute(ContributionReader.CLASS).orElseThrow();
		}
	}

	private record Key(ContributionKind kind, String id) {
	}

	private final Map<ContributionKind, List<Contribution>> contributions = new EnumMap<>(ContributionKind.class);
	private final Map<Key, Entry> entries = new HashMap<>();
	private final List<BrokenContribution> broken = new ArrayList<>();
	private final Map<Key, Object> created = new ConcurrentHashMap<>();

	/**
	 * @param elements all declarations by kind, in any order
	 * @param log      told of every contribution that is left out, once
	 */
	public ContributionRegistry(Map<ContributionKind, ? extends Collection<? extends ContributionElement>> elements,
			Consumer<BrokenContribution> log) {
		for (ContributionKind kind : ContributionKind.values()) {
			contributions.put(kind, read(kind, elements.containsKey(kind) ? elements.get(kind) : List.of()));
		}
		broken.forEach(log);
	}

	private List<Contribution> read(ContributionKind kind, Collection<? extends ContributionElement> elements) {
		ContributionReader reader = new ContributionReader();
		Set<String> taken = new HashSet<>();
		List<Contribution> read = new ArrayList<>();
		for (ContributionElement element : inOrderOfPrecedence(elements)) {
			try {
				Contribution contribution = reader.read(kind, element);
				take(kind, contribution, taken);
				read.add(contribution);
				Entry entry = new Entry(contribution, element);
				entries.put(new Key(kind, contribution.id()), entry);
				contribution.aliases().forEach(alias -> entries.put(new Key(kind, alias), entry));
			} catch (DeclarationException e) {
				broken.add(new BrokenContribution(kind, element.attribute("id"),
						element.attribute(ContributionReader.CLASS), element.contributor(), e.getMessage()));
			}
		}
		read.sort(Comparator.comparing(Contribution::id));
		return List.copyOf(read);
	}

	/**
	 * When two plug-ins claim one id, which of them gets it must not depend on the order in which bundles happen to be
	 * installed, and a name that experiments already use must not change its meaning by installing something.
	 */
	private static List<ContributionElement> inOrderOfPrecedence(Collection<? extends ContributionElement> elements) {
		List<ContributionElement> sorted = new ArrayList<>(elements);
		sorted.sort(Comparator.comparing((ContributionElement e) -> e.contributor().startsWith(OWN_NAMESPACE) ? 0 : 1)
				.thenComparing(ContributionElement::contributor).thenComparing(e -> e.attribute("id").orElse("")));
		return sorted;
	}

	private void take(ContributionKind kind, Contribution contribution, Set<String> taken) throws DeclarationException {
		Set<String> names = new HashSet<>(contribution.aliases());
		names.add(contribution.id());
		for (String name : names) {
			if (taken.contains(name)) {
				Entry owner = entries.get(new Key(kind, name));
				throw new DeclarationException("the id '" + name + "' is taken by the " + kind.label() + " '"
						+ owner.contribution().id() + "' of bundle " + owner.contribution().contributor());
			}
		}
		taken.addAll(names);
	}

	@Override
	public List<Contribution> all(ContributionKind kind) {
		return contributions.get(kind);
	}

	@Override
	public Optional<Contribution> find(ContributionKind kind, String id) {
		return Optional.ofNullable(entries.get(new Key(kind, id))).map(Entry::contribution);
	}

	@Override
	public List<BrokenContribution> broken() {
		return List.copyOf(broken);
	}

	@Override
	public Contribution require(ContributionKind kind, String id) throws ProblemException {
		return entry(kind, id).contribution();
	}

	@Override
	public String origin(ContributionKind kind, String id) throws ProblemException {
		ContributionElement element = entry(kind, id).element();
		return element.contributor() + ' ' + element.contributorVersion();
	}

	@Override
	public SearchSpace searchSpace(String id) throws ProblemException {
		return shared(ContributionKind.SEARCH_SPACE, id, SearchSpace.class);
	}

	@Override
	public StrategyFactory strategyFactory(String id) throws ProblemException {
		return shared(ContributionKind.STRATEGY, id, StrategyFactory.class);
	}

	@Override
	public Exporter exporter(String id) throws ProblemException {
		return shared(ContributionKind.EXPORTER, id, Exporter.class);
	}

	@Override
	public Proxy proxy(Selection selection) throws ProblemException {
		ProxyFactory factory = shared(ContributionKind.PROXY, selection.id(), ProxyFactory.class);
		return guarded(ContributionKind.PROXY, selection.id(), () -> factory.create(selection.parameters()));
	}

	@Override
	public Dataset dataset(Selection selection) throws ProblemException {
		DatasetFactory factory = shared(ContributionKind.DATASET, selection.id(), DatasetFactory.class);
		return guarded(ContributionKind.DATASET, selection.id(), () -> factory.open(selection.parameters()));
	}

	@Override
	public Benchmark benchmark(Selection selection, SearchSpace space) throws ProblemException {
		BenchmarkFactory factory = shared(ContributionKind.BENCHMARK, selection.id(), BenchmarkFactory.class);
		return guarded(ContributionKind.BENCHMARK, selection.id(), () -> factory.open(selection.parameters(), space));
	}

	private Entry entry(ContributionKind kind, String id) throws ProblemException {
		Entry entry = entries.get(new Key(kind, id));
		if (entry == null) {
			throw new ProblemException(unknown(kind, id));
		}
		return entry;
	}

	private Problem unknown(ContributionKind kind, String id) {
		Optional<BrokenContribution> leftOut = broken.stream()
				.filter(b -> b.kind() == kind && b.id().equals(Optional.of(id))).findFirst();
		if (leftOut.isPresent()) {
			return Problem.error("broken-contribution", leftOut.get().toLine(),
					"tell the author of bundle " + leftOut.get().contributor());
		}
		return Problem.error("unknown-contribution", "unknown " + kind.label() + " '" + id + "'",
				NearestName.of(id, names(kind)).map(name -> "did you mean '" + name + "'?")
						.orElse("installed are: " + String.join(", ", ids(kind))));
	}

	private List<String> names(ContributionKind kind) {
		return contributions.get(kind).stream().filter(c -> !c.deprecated())
				.flatMap(c -> Stream.concat(Stream.of(c.id()), c.aliases().stream().sorted())).toList();
	}

	private List<String> ids(ContributionKind kind) {
		return contributions.get(kind).stream().map(Contribution::id).toList();
	}

	private <T> T shared(ContributionKind kind, String id, Class<T> type) throws ProblemException {
		Entry entry = entry(kind, id);
		Key key = new Key(kind, entry.contribution().id());
		Object object = created.get(key);
		if (object == null) {
			object = create(entry, type);
			Object other = created.putIfAbsent(key, object);
			object = other == null ? object : other;
		}
		return type.cast(object);
	}

	private static Object create(Entry entry, Class<?> type) throws ProblemException {
		try {
			Object object = entry.element().create(ContributionReader.CLASS);
			if (type.isInstance(object)) {
				return object;
			}
			throw new ProblemException(failed(entry, "the class does not implement " + type.getName()));
		} catch (CreationException e) {
			throw new ProblemException(failed(entry, e.getMessage()), e);
		}
	}

	private interface Creation<T> {
		T create() throws ProblemException;
	}

	/** Code of plug-ins is not trusted to fail as the interface says. */
	private <T> T guarded(ContributionKind kind, String id, Creation<T> creation) throws ProblemException {
		Entry entry = entry(kind, id);
		try {
			T object = creation.create();
			if (object == null) {
				throw new ProblemException(failed(entry, "it returned nothing"));
			}
			return object;
		} catch (RuntimeException | LinkageError e) {
			throw new ProblemException(failed(entry, "it threw " + e), e);
		}
	}

	private static Problem failed(Entry entry, String why) {
		Contribution contribution = entry.contribution();
		return Problem.error("contribution-failed",
				"the " + contribution.kind().label() + " '" + contribution.id() + "' (class " + entry.className()
						+ ", contributed by bundle " + contribution.contributor() + ") cannot be created: " + why,
				"tell the author of bundle " + contribution.contributor());
	}
}
