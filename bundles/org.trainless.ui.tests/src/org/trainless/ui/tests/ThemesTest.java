/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trainless.ui.theme.Contrast;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** Every theme can be read, whatever was the theme before: looked at as people do, by what is on the screen. */
class ThemesTest extends RunsInViews {
	private static final List<String> VIEWS = List.of("org.trainless.ui.runs", "org.trainless.ui.evaluations",
			"org.eclipse.ui.views.ProblemView", "org.trainless.ui.charts.anytime", "org.trainless.ui.charts.cell",
			"org.trainless.ui.charts.histogram", "org.trainless.ui.charts.landscape");
	// the colours have 4.5 and 7; strokes that are thinner than a pixel are painted weaker
	private static final double READ = 3.9;
	private static final int SMALLEST = 4;
	private static final int LOOKS = 3;
	private static final String TOLD = "Told in the status line";
	private static final double READ_WELL = 6;

	private final IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);

	@AfterEach
	void lightAgain() throws Exception {
		switchTo(Themes.LIGHT);
		Window.page().closeAllEditors(false);
		IProject project = project();
		if (project.exists()) {
			project.delete(true, true, null);
		}
	}

	private static IProject project() {
		return ResourcesPlugin.getWorkspace().getRoot().getProject("themes");
	}

	private void switchTo(String theme) {
		engine.setTheme(theme, false);
		settled(theme);
	}

	/** The system is told of the theme by an event, and tells its colours by another. */
	private static void settled(String theme) {
		boolean dark = !theme.equals(Themes.LIGHT);
		Window.until("the system's colours are those of " + theme,
				() -> Themes.active().equals(theme) && dark == luminance(SWT.COLOR_WIDGET_FOREGROUND) > 0.5);
		Window.settle();
	}

	private static double luminance(int colour) {
		return Contrast.ratio(rgb(Display.getCurrent().getSystemColor(colour).getRGB()), 0) / 21;
	}

	private static int rgb(RGB rgb) {
		return rgb.red << 16 | rgb.green << 8 | rgb.blue;
	}

	/** Where words are on the screen, and which. */
	private record Words(String what, Rectangle area) {
	}

	private static void collect(Control control, Rectangle visible, List<Words> found) {
		if (!control.isVisible() || !control.isEnabled()) {
			return;
		}
		Rectangle own = control.getDisplay().map(control, null,
				new Rectangle(0, 0, control.getSize().x, control.getSize().y));
		Rectangle area = own.intersection(visible);
		String text = switch (control) {
		case Label label when label.getImage() == null -> label.getText();
		case CLabel label when label.getImage() == null -> label.getText();
		case Button button when button.getImage() == null -> button.getText();
		case Combo combo -> combo.getText();
		case Text field -> field.getText();
		case StyledText field -> field.getText();
		case Link link -> link.getText();
		case Hyperlink link -> link.getText();
		default -> "";
		};
		if (!text.isBlank()) {
			found.add(new Words(control.getClass().getSimpleName() + " “" + text.lines().findFirst().orElse("") + "”",
					area));
		}
		switch (control) {
		case Tree tree -> {
			for (TreeItem item : tree.getItems()) {
				found.add(new Words("Tree “" + item.getText() + "”",
						tree.getDisplay().map(tree, null, item.getTextBounds(0)).intersection(visible)));
			}
		}
		case Table table -> {
			for (TableItem item : table.getItems()) {
				found.add(new Words("Table “" + item.getText() + "”",
						table.getDisplay().map(table, null, item.getTextBounds(0)).intersection(visible)));
			}
		}
		case ToolBar bar -> {
			for (ToolItem item : bar.getItems()) {
				if (item.getImage() == null && !item.getText().isEmpty() && item.isEnabled()) {
					found.add(new Words("ToolItem “" + item.getText() + "”",
							bar.getDisplay().map(bar, null, item.getBounds()).intersection(visible)));
				}
			}
		}
		case Composite composite -> {
			for (Control child : composite.getChildren()) {
				collect(child, area, found);
			}
		}
		default -> {
			// a leaf
		}
		}
	}

	/** Contrast of what is written with its ground, by the pixels. */
	private static double contrast(ImageData screen, Rectangle area) {
		Map<Integer, Integer> counts = new HashMap<>();
		for (int y = area.y; y < area.y + area.height; y++) {
			for (int x = area.x; x < area.x + area.width; x++) {
				counts.merge(rgb(screen.palette.getRGB(screen.getPixel(x, y))), 1, Integer::sum);
			}
		}
		int ground = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
		return counts.keySet().stream().mapToDouble(c -> Contrast.ratio(c, ground)).max().orElseThrow();
	}

	private static ImageData screen() {
		Display display = Display.getCurrent();
		Rectangle all = display.getBounds();
		Image image = new Image(display, all.width, all.height);
		GC gc = new GC(display);
		gc.copyArea(image, 0, 0);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		return data;
	}

	private static List<Words> words() {
		Shell shell = Window.shell();
		List<Words> found = new ArrayList<>();
		collect(shell, shell.getDisplay().getBounds(), found);
		found.removeIf(w -> w.area().width < SMALLEST || w.area().height < SMALLEST);
		return found;
	}

	private static TreeSet<String> unread(List<Words> shown, double least, TreeSet<String> kinds) {
		TreeSet<String> unread = new TreeSet<>();
		ImageData screen = screen();
		for (Words words : shown) {
			double contrast = contrast(screen, words.area());
			kinds.add(words.what().contains(TOLD) ? TOLD : words.what().split(" ")[0]);
			if (contrast < least) {
				unread.add("%s has %.1f".formatted(words.what(), contrast));
			}
		}
		return unread;
	}

	private static TreeSet<String> unread(String theme, double least) throws IOException, PartInitException {
		TreeSet<String> unread = new TreeSet<>();
		TreeSet<String> kinds = new TreeSet<>();
		for (String view : VIEWS) {
			IViewPart part = Window.page().showView(view);
			part.getViewSite().getActionBars().getStatusLineManager().setMessage(TOLD);
			String last = view.substring(view.lastIndexOf('.') + 1);
			TreeSet<String> seen = new TreeSet<>();
			// what is still being painted is looked at again
			for (int look = 0; look < LOOKS && (look == 0 || !seen.isEmpty()); look++) {
				Window.screenshot("theme-" + theme + "-" + last);
				seen = unread(words(), least, kinds);
			}
			seen.forEach(w -> unread.add(last + ": " + w));
		}
		assertTrue(kinds.containsAll(List.of("Tree", "ToolItem", "Label", TOLD)), kinds.toString());
		return unread;
	}

	@Test
	void everyThemeIsReadAfterAnyOther() throws Exception {
		accuracies();
		run(KNOWN);
		IProject project = project();
		project.create(null);
		project.open(null);
		IFile file = project.getFile("shown.nas.yaml");
		file.create(new ByteArrayInputStream(TWO.getBytes(StandardCharsets.UTF_8)), true, null);
		IDE.openEditor(Window.page(), file);
		Map<String, TreeSet<String>> unread = new HashMap<>();
		int step = 0;
		for (String theme : List.of(Themes.LIGHT, Themes.DARK, Themes.LIGHT, Themes.HIGH_CONTRAST, Themes.LIGHT,
				Themes.DARK)) {
			switchTo(theme);
			String name = step++ + "-" + (theme.equals(Themes.HIGH_CONTRAST) ? "high-contrast"
					: theme.equals(Themes.DARK) ? "dark" : "light");
			TreeSet<String> found = unread(name, theme.equals(Themes.HIGH_CONTRAST) ? READ_WELL : READ);
			if (!found.isEmpty()) {
				unread.put(name, found);
			}
		}
		assertEquals(Map.of(), unread);
	}

	@Test
	void theCommandGoesThroughAllThemesAndThePreferencesOfferThem() throws Exception {
		List<String> offered = engine.getThemes().stream().map(ITheme::getId).toList();
		assertTrue(Themes.all().stream().allMatch(id -> offered.stream().anyMatch(o -> o.startsWith(id))),
				offered.toString());
		assertEquals(Themes.LIGHT, Themes.active());
		IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
		for (String next : List.of(Themes.DARK, Themes.HIGH_CONTRAST, Themes.LIGHT)) {
			handlers.executeCommand("org.trainless.ui.switchTheme", null);
			settled(next);
			assertEquals(next.equals(Themes.HIGH_CONTRAST), Themes.isHighContrast());
			assertEquals(next.equals(Themes.HIGH_CONTRAST) ? 0 : next.equals(Themes.DARK) ? 0x2f : 0xff,
					Palette.ground().getRed());
		}
	}
}
