/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Cell;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.api.space.Variable;

/**
 * An architecture as its cell. Edges can be changed where each of them is one decision of the space.
 *
 * @param spaceId      id of the search space
 * @param space        the search space
 * @param architecture the architecture
 * @param cell         the cell of the network that it describes
 */
public record ShownCell(String spaceId, SearchSpace space, Architecture architecture, Cell cell) {
	public ShownCell {
		Objects.requireNonNull(spaceId);
		Objects.requireNonNull(space);
		Objects.requireNonNull(architecture);
		Objects.requireNonNull(cell);
	}

	/**
	 * @param spaceId      id of the search space
	 * @param space        the search space
	 * @param architecture of that space
	 * @return the cell that every space has in its networks, whatever the task
	 */
	public static ShownCell of(String spaceId, SearchSpace space, Architecture architecture) {
		return new ShownCell(spaceId, space, architecture, space.network(architecture, Task.CIFAR10).cell());
	}

	/**
	 * @return index of the architecture in its space
	 */
	public long index() {
		return space.indexOf(architecture);
	}

	/**
	 * @return number of edges
	 */
	public int edges() {
		return cell.operations().size();
	}

	/**
	 * @param edge position in {@link Cell#operations()}
	 * @return ids of the operations that may stand on the edge; empty when the edge cannot be changed by itself
	 */
	public List<String> choices(int edge) {
		List<Variable> variables = space.variables();
		if (variables.size() != edges()) {
			return List.of();
		}
		int chosen = space.encode(architecture)[edge];
		List<String> choices = variables.get(edge).choices();
		return choices.get(chosen).equals(cell.operations().get(edge).id()) ? choices : List.of();
	}

	/**
	 * @param edge      position in {@link Cell#operations()}
	 * @param operation id of one of its choices
	 * @return this with that operation on the edge; this itself when the edge cannot have it
	 */
	public ShownCell with(int edge, String operation) {
		int choice = choices(edge).indexOf(operation);
		if (choice < 0) {
			return this;
		}
		int[] code = space.encode(architecture);
		code[edge] = choice;
		return of(spaceId, space, space.decode(code));
	}

	/**
	 * @param edge position in {@link Cell#operations()}
	 * @param step 1 for the choice after the present one, -1 for the one before
	 * @return this with that choice, the first after the last
	 */
	public ShownCell cycled(int edge, int step) {
		List<String> choices = choices(edge);
		if (choices.isEmpty()) {
			return this;
		}
		int present = choices.indexOf(cell.operations().get(edge).id());
		return with(edge, choices.get(Math.floorMod(present + step, choices.size())));
	}

	/**
	 * @param other another cell
	 * @return the edges whose operations differ; all when they have different numbers of edges
	 */
	public Set<Integer> differences(ShownCell other) {
		Set<Integer> different = new TreeSet<>();
		for (int edge = 0; edge < edges(); edge++) {
			if (other.edges() != edges() || cell.operations().get(edge) != other.cell.operations().get(edge)) {
				different.add(edge);
			}
		}
		return different;
	}
}
