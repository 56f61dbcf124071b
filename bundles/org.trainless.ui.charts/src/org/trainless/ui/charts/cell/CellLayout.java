/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.trainless.api.space.Cell;
import org.trainless.figures.drawing.Mark.Place;

/**
 * Where the nodes and edges of a cell are. It depends on the number of nodes only, so that nothing moves when an
 * operation changes, and that two cells can be compared by eye.
 *
 * @param width  of all, in points
 * @param height of all
 * @param nodes  middle of each node
 * @param edges  each edge, in the order of {@link Cell#operations()}
 */
public record CellLayout(double width, double height, List<Place> nodes, List<Edge> edges) {
	/** Width of a node. */
	static final double NODE_WIDTH = 54;
	/** Height of a node. */
	static final double NODE_HEIGHT = 28;
	/** Width of the label on an edge. */
	static final double LABEL_WIDTH = 92;
	/** Height of the label on an edge. */
	static final double LABEL_HEIGHT = 24;

	private static final double PADDING = 8;
	private static final double BETWEEN_LAYERS = 16;
	private static final double BETWEEN_NODES = 16;

	/**
	 * One edge.
	 *
	 * @param places where it leads along, the label included
	 * @param label  middle of its label
	 */
	public record Edge(List<Place> places, Place label) {
		public Edge {
			places = List.copyOf(places);
		}
	}

	public CellLayout {
		nodes = List.copyOf(nodes);
		edges = List.copyOf(edges);
	}

	/** Outside of a language workbench nobody else makes the algorithm known. */
	private static final class Algorithms {
		static final LayoutMetaDataService KNOWN = LayoutMetaDataService.getInstance();

		static {
			KNOWN.registerLayoutMetaDataProviders(new CoreOptions(), new LayeredMetaDataProvider());
		}

		static String layered() {
			return KNOWN.getAlgorithmData(LayeredOptions.ALGORITHM_ID).getId();
		}
	}

	/**
	 * Takes some milliseconds, the first time more.
	 *
	 * @param cell   a cell
	 * @param across whether it leads to the right, else down
	 * @return the places of its nodes and edges
	 */
	public static CellLayout of(Cell cell, boolean across) {
		ElkNode root = ElkGraphUtil.createGraph();
		root.setProperty(CoreOptions.ALGORITHM, Algorithms.layered());
		root.setProperty(CoreOptions.DIRECTION, across ? Direction.RIGHT : Direction.DOWN);
		root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
		root.setProperty(CoreOptions.PADDING, new ElkPadding(PADDING));
		root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
		root.setProperty(CoreOptions.SPACING_EDGE_NODE, BETWEEN_NODES);
		root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
		root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS / 2);
		List<ElkNode> nodes = new ArrayList<>();
		for (int i = 0; i < cell.nodes(); i++) {
			ElkNode node = ElkGraphUtil.createNode(root);
			node.setDimensions(NODE_WIDTH, NODE_HEIGHT);
			nodes.add(node);
		}
		List<ElkEdge> edges = new ArrayList<>();
		for (int i = 0; i < cell.operations().size(); i++) {
			ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(cell.source(i)), nodes.get(cell.target(i)));
			ElkLabel label = ElkGraphUtil.createLabel(edge);
			label.setText(Integer.toString(i));
			label.setDimensions(LABEL_WIDTH, LABEL_HEIGHT);
			label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
			label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
			edges.add(edge);
		}
		new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
		return new CellLayout(root.getWidth(), root.getHeight(),
				nodes.stream().map(n -> new Place(n.getX() + n.getWidth() / 2, n.getY() + n.getHeight() / 2)).toList(),
				edges.stream().map(CellLayout::edge).toList());
	}

	private static Edge edge(ElkEdge edge) {
		List<Place> places = new ArrayList<>();
		for (ElkEdgeSection section : edge.getSections()) {
			places.add(new Place(section.getStartX(), section.getStartY()));
			section.getBendPoints().forEach(b -> places.add(new Place(b.getX(), b.getY())));
			places.add(new Place(section.getEndX(), section.getEndY()));
		}
		ElkLabel label = edge.getLabels().get(0);
		return new Edge(places, new Place(label.getX() + label.getWidth() / 2, label.getY() + label.getHeight() / 2));
	}

	/**
	 * @param x in points
	 * @param y in points
	 * @return the edge whose label or line is there, or -1
	 */
	public int edgeAt(double x, double y) {
		for (int i = 0; i < edges.size(); i++) {
			Place label = edges.get(i).label();
			if (Math.abs(x - label.x()) <= LABEL_WIDTH / 2 && Math.abs(y - label.y()) <= LABEL_HEIGHT / 2) {
				return i;
			}
		}
		int nearest = -1;
		double least = LABEL_HEIGHT / 3;
		for (int i = 0; i < edges.size(); i++) {
			List<Place> places = edges.get(i).places();
			for (int j = 1; j < places.size(); j++) {
				double distance = distance(x, y, places.get(j - 1), places.get(j));
				if (distance < least) {
					least = distance;
					nearest = i;
				}
			}
		}
		return nearest;
	}

	private static double distance(double x, double y, Place a, Place b) {
		double dx = b.x() - a.x();
		double dy = b.y() - a.y();
		double square = dx * dx + dy * dy;
		double share = square == 0 ? 0 : Math.clamp(((x - a.x()) * dx + (y - a.y()) * dy) / square, 0, 1);
		return Math.hypot(x - a.x() - share * dx, y - a.y() - share * dy);
	}
}
