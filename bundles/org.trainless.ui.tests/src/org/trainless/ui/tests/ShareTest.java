/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.ui.charts.cell.CellView;
import org.trainless.ui.charts.figure.FigureControl;
import org.trainless.ui.evaluations.EvaluationsView;

/** What is shown leaves the window by the product's commands: copied, saved and exported, from each view. */
class ShareTest extends RunsInViews {
	private static final String CHARTS = "org.trainless.ui.charts.";

	@BeforeEach
	void runOne() throws IOException {
		accuracies();
		run(KNOWN);
	}

	private void show(String view) throws PartInitException {
		Window.page().showView(CHARTS + view);
		if (view.equals("cell")) {
			CellView cell = (CellView) Window.page().findView(CHARTS + view);
			Window.named(Text.class, "cell.text").setText("1462");
			Window.until("the cell", () -> cell.architecture().isPresent()
					&& cell.known().stream().anyMatch(l -> l.startsWith("index\t1462")));
			return;
		}
		FigureControl control = Window.named(FigureControl.class, view);
		Window.until("the figure of " + view, () -> control.isVisible() && control.figure().layers().size() > 1);
	}

	/** As a key binding or a menu does it, with the file named instead of chosen. */
	private static void command(String id, Map<String, String> parameters) throws Exception {
		ParameterizedCommand command = ParameterizedCommand.generateCommand(
				PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.trainless.ui." + id),
				parameters);
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
	}

	private static void toFile(String id, String told, Path file) throws Exception {
		command(id, Map.of("org.trainless.ui.file", file.toString()));
		Window.until("it is told of " + file.getFileName(),
				() -> Window.named(Label.class, told).getText().contains(file.getFileName().toString()));
	}

	private static String told(String view) {
		return view.equals("cell") ? "cell.error" : view + ".told";
	}

	@ParameterizedTest
	@CsvSource({ "anytime", "histogram", "landscape", "cell" })
	void aPictureIsOnTheClipboard(String view) throws Exception {
		show(view);
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			clipboard.setContents(new Object[] { "words" }, new Transfer[] { TextTransfer.getInstance() });
			assertNull(clipboard.getContents(ImageTransfer.getInstance()));
			command("copyPicture", Map.of());
			Window.until("a picture", () -> clipboard.getContents(ImageTransfer.getInstance()) != null);
			ImageData image = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
			assertTrue(image.width > 300 && image.height > 200, image.width + "×" + image.height);
			Set<Integer> colours = new HashSet<>();
			for (int x = 0; x < image.width; x += 2) {
				for (int y = 0; y < image.height; y += 2) {
					colours.add(image.getPixel(x, y));
				}
			}
			assertTrue(colours.size() > 20, colours.size() + " colours");
		} finally {
			clipboard.dispose();
		}
	}

	@ParameterizedTest
	@CsvSource({ "anytime,evolution", "histogram,at least one skip_connect", "landscape,made up", "cell,conv 3×3" })
	void itIsSavedAsSvgAndAsPng(String view, String words) throws Exception {
		show(view);
		Path svg = folder.resolve(view + ".svg");
		toFile("savePicture", told(view), svg);
		String text = Files.readString(svg);
		assertTrue(text.contains("<svg") && text.contains("</svg>"));
		assertTrue(text.contains(words), words);
		Path png = folder.resolve(view + ".png");
		toFile("savePicture", told(view), png);
		byte[] bytes = Files.readAllBytes(png);
		assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.ISO_8859_1));
		assertTrue(new ImageData(png.toString()).width > 300);
		toFile("savePicture", told(view), folder.resolve("no-such-folder").resolve("picture.svg"));
		Control message = Window.named(Label.class, told(view));
		assertTrue(((Label) message).getText().startsWith("Not saved") && message.isVisible());
		Window.screenshot("share-" + view);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"anytime; layer,evaluations,\"accuracy of the incumbent, %\",low,high; evolution,",
			"histogram; layer,params score from,params score to,cells; no skip_connect,",
			"landscape; layer,architecture,params score,\"accuracy, % (made up)\"; skip_connect 0,|",
			"cell; property,value,pinned; Architecture: index," })
	void itsNumbersAreExported(String view, String header, String row) throws Exception {
		show(view);
		Path file = folder.resolve(view + ".csv");
		toFile("exportTable", told(view), file);
		List<String> lines = Files.readAllLines(file);
		assertEquals(header, lines.get(0));
		assertTrue(lines.stream().anyMatch(l -> l.startsWith(row)), lines.toString());
	}

	@Test
	void theComparisonAndTheEvaluationsAreExported() throws Exception {
		Window.page().showView("org.trainless.ui.runs");
		Tree tree = Window.named(Tree.class, "runs");
		Window.until("both searches are listed", () -> tree.getItemCount() == 1 && !tree.getItem(0).getText(1).isEmpty()
				&& tree.getItem(0).getItemCount() == 2);
		Path runs = folder.resolve("runs.csv");
		toFile("exportTable", "runs.told", runs);
		List<String> lines = Files.readAllLines(runs);
		assertEquals("run,search,objective,seeds,evaluations,non_finite,score_mean,score_deviation,accuracy_mean,"
				+ "accuracy_deviation,accuracy", lines.get(0));
		assertEquals(3, lines.size());
		assertTrue(lines.get(1).contains(",random,params,3,120,0,") && lines.get(1).endsWith(",made up"), lines.get(1));
		EvaluationsView view = (EvaluationsView) Window.page().showView(EvaluationsView.ID);
		Window.until("all are listed", () -> view.table().size() == 240);
		Path evaluations = folder.resolve("evaluations.csv");
		toFile("exportTable", "evaluations.error", evaluations);
		assertEquals(241, Files.readAllLines(evaluations).size());
	}
}
