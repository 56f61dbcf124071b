/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is in the figure is in the picture. */
class FigureWriterTest {
	private static Figure curves() {
		double[] x = { 1, 2, 5, 9, 20 };
		return new Figure("Two searches", "accuracy: ori-test, 200 epochs", "evaluations", "accuracy, %",
				List.of(new Figure.Steps("REA + NASWOT", 0, x, new double[] { 88, 90, 91, 92, 92.5 },
						new double[] { 86, 89, 90, 91.5, 92 }, new double[] { 90, 91, 92, 92.5, 93 }),
						new Figure.Steps("random", 1, x, new double[] { 87, 88, 90, 90.5, 91 },
								new double[] { 85, 87, 89, 90, 90.5 }, new double[] { 89, 89, 91, 91, 91.5 })));
	}

	private static Figure bars() {
		return new Figure("", "", "score", "cells",
				List.of(new Figure.Bars("no skip", 0, new double[] { 0, 1, 2, 3 }, new int[] { 3, 9, 2 }),
						new Figure.Bars("at least one skip", 1, new double[] { 0, 1, 2, 3 }, new int[] { 1, 4, 7 })));
	}

	private static Figure points() {
		Random random = new Random(1);
		double[] x = random.doubles(300).toArray();
		double[] y = random.doubles(300).toArray();
		return new Figure("Landscape", "", "score", "accuracy, %",
				List.of(new Figure.Points("no skip", 0, x, y, OptionalInt.of(3)),
						new Figure.Points("skip", 1, y, x, OptionalInt.empty())));
	}

	private static String texts(String svg) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
		Document document = factory.newDocumentBuilder()
				.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
		assertEquals("svg", document.getDocumentElement().getTagName());
		StringBuilder text = new StringBuilder();
		NodeList nodes = document.getElementsByTagName("text");
		for (int i = 0; i < nodes.getLength(); i++) {
			text.append(nodes.item(i).getTextContent()).append('\n');
		}
		return text.toString();
	}

	@Test
	void allWordsAreTextInTheSvg() throws Exception {
		for (boolean dark : new boolean[] { false, true }) {
			for (Figure figure : List.of(curves(), bars(), points())) {
				String texts = texts(new FigureWriter(dark).svg(figure, 640, 400));
				assertTrue(texts.contains(figure.title()) && texts.contains(figure.subtitle())
						&& texts.contains(figure.x()) && texts.contains(figure.y()), texts);
				figure.layers().forEach(l -> assertTrue(texts.contains(l.name()), texts));
			}
		}
	}

	@Test
	void thePictureHasItsSizeAndItsColours() throws IOException {
		for (boolean dark : new boolean[] { false, true }) {
			byte[] png = new FigureWriter(dark).png(points(), 640, 400, 2);
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
			assertEquals(1280, image.getWidth());
			assertEquals(800, image.getHeight());
			assertEquals(dark ? 0x2f2f2f : 0xffffff, image.getRGB(2, 2) & 0xffffff);
			Set<Integer> colours = new HashSet<>();
			for (int y = 0; y < 800; y++) {
				for (int x = 0; x < 1280; x++) {
					colours.add(image.getRGB(x, y) & 0xffffff);
				}
			}
			// the legend's markers are opaque
			assertTrue(colours.contains(Style.of(0).colour(dark)));
			assertTrue(colours.contains(Style.of(1).colour(dark)));
		}
	}

	@Test
	void theSameFigureGivesTheSameBytes() {
		FigureWriter writer = new FigureWriter(false);
		assertEquals(writer.svg(bars(), 300, 200), writer.svg(bars(), 300, 200));
		assertArrayEquals(writer.png(curves(), 300, 200, 1), writer.png(curves(), 300, 200, 1));
	}

	/** No two layers look the same to somebody who sees no colours. */
	@Test
	void colourIsNeverTheOnlyCue() {
		Set<Style.Marker> markers = new HashSet<>();
		Set<List<Float>> dashes = new HashSet<>();
		for (int i = 0; i < Style.count(); i++) {
			assertTrue(markers.add(Style.of(i).marker()));
			assertTrue(dashes.add(Style.of(i).dashes()));
		}
		assertNotEquals(BarPaint.of(java.awt.Color.RED, java.awt.Color.WHITE, 0).getClass(),
				BarPaint.of(java.awt.Color.RED, java.awt.Color.WHITE, 1).getClass());
	}

	/** For people to look at. */
	@Test
	void picturesAreLeftForPeople() throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "pictures"));
		for (boolean dark : new boolean[] { false, true }) {
			FigureWriter writer = new FigureWriter(dark);
			Files.write(folder.resolve("curves-" + dark + ".png"), writer.png(curves(), 640, 420, 2));
			Files.write(folder.resolve("bars-" + dark + ".png"), writer.png(bars(), 640, 420, 2));
			Files.write(folder.resolve("points-" + dark + ".png"), writer.png(points(), 640, 420, 2));
		}
		assertEquals(6, folder.toFile().list().length);
	}

	@Test
	void theFirstLayerIsAtTheBack() {
		double[] one = { 1 };
		Figure figure = new Figure("", "", "x", "y",
				List.of(new Figure.Points("back", 0, one, one, OptionalInt.empty()),
						new Figure.Points("front", 1, one, one, OptionalInt.empty())));
		String svg = new FigureWriter(false).svg(figure, 400, 300);
		// the legend, which has both, is drawn before them
		int back = svg.lastIndexOf("rgb(0,114,178)");
		int front = svg.lastIndexOf("rgb(213,94,0)");
		assertTrue(back >= 0 && front > back, back + " " + front);
	}

	@Test
	void everyStyleHasAMarkerAndDashesOfItsOwn() {
		List<Style> styles = new ArrayList<>();
		for (int i = Style.CONTEXT; i < Style.count(); i++) {
			styles.add(Style.of(i));
		}
		assertEquals(styles.size(), styles.stream().map(Style::marker).distinct().count());
		assertEquals(styles.size(), styles.stream().map(Style::dashes).distinct().count());
		assertEquals(styles.size(), styles.stream().map(Style::light).distinct().count());
		assertEquals(styles.size(), styles.stream().map(Style::dark).distinct().count());
	}

	@Test
	void markersOfLinesStandApart() {
		double[] x = new double[700];
		java.util.Arrays.setAll(x, i -> i);
		Set<Integer> places = new HashSet<>();
		for (int style = 0; style < Style.count(); style++) {
			int its = style;
			double[] y = x.clone();
			java.util.Arrays.fill(y, 600 + style, y.length, 1000);
			int[] markers = new Figure.Steps("line", style, x, y, y, y).markers();
			assertTrue(java.util.Arrays.stream(markers).anyMatch(i -> i == 600 + its), "no mark at the last change");
			assertEquals(7, markers.length);
			for (int place : markers) {
				assertTrue(places.add(place), "two lines at " + place);
			}
		}
		assertEquals(1, new Figure.Steps("point", 3, new double[1], new double[1], new double[1], new double[1])
				.markers().length);
		assertEquals(0, new Figure.Steps("none", 3, new double[0], new double[0], new double[0], new double[0])
				.markers().length);
	}
}
