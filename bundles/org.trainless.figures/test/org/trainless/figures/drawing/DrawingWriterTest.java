/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.trainless.figures.drawing.Mark.Place;
import org.trainless.figures.drawing.Mark.Stroke;

class DrawingWriterTest {
	private static final int BLUE = 0x0072b2;
	private final DrawingWriter writer = new DrawingWriter();
	private final Drawing drawing = new Drawing(100, 60, 0xffffff, List.of(
			new Mark.Line(List.of(new Place(10, 10), new Place(50, 10), new Place(50, 50)), 5,
					new Stroke(BLUE, 2, List.of(3f, 1f)), 8),
			new Mark.Shape(Mark.Form.HEXAGON, 60, 10, 30, 12, Optional.of(0xff0000), Optional.of(Stroke.solid(0, 1))),
			new Mark.Words("skip & more", 75, 54, 6, true, 0x123456)));

	@Test
	void wordsStayWordsAndColoursStayColours() {
		String svg = writer.svg(drawing);
		assertTrue(svg.contains("skip &amp; more"), svg);
		assertTrue(svg.contains("rgb(0,114,178)"), svg);
		assertTrue(svg.contains("stroke-dasharray"), svg);
		assertEquals(svg, writer.svg(drawing));
	}

	@Test
	void pixelsAreWhereTheDrawingSays() throws IOException {
		byte[] png = writer.png(drawing, 2);
		assertArrayEquals(png, writer.png(drawing, 2));
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		assertEquals(200, image.getWidth());
		assertEquals(120, image.getHeight());
		assertEquals(0xffffff, image.getRGB(2, 2) & 0xffffff);
		assertEquals(0xff0000, image.getRGB(150, 32) & 0xffffff);
		// within the arrow's head, which ends at (50, 50)
		assertEquals(BLUE, image.getRGB(100, 90) & 0xffffff);
	}

	@Test
	void aCornerIsNoRounderThanThereIsRoom() {
		Corners.Corner corner = Corners.at(List.of(new Place(0, 0), new Place(4, 0), new Place(4, 100)), 1, 30);
		assertEquals(new Place(2, 0), corner.from());
		assertEquals(new Place(4, 30), corner.to());
	}
}
