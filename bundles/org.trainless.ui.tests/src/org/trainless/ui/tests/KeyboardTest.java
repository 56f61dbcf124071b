/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.CommandContributionItem;
import org.junit.jupiter.api.Test;
import org.trainless.ui.charts.cell.CellView;
import org.trainless.ui.charts.figure.FigureControl;
import org.trainless.ui.selection.ArchitectureSelection;

/** All that the mouse does, the keyboard does too. */
class KeyboardTest extends RunsInViews {
	private static final List<String> VIEWS = List.of("org.trainless.ui.runs", "org.trainless.ui.evaluations",
			"org.trainless.ui.charts.anytime", "org.trainless.ui.charts.histogram", "org.trainless.ui.charts.landscape",
			CellView.ID);

	private static List<String> words(IContributionManager manager) {
		List<String> words = new ArrayList<>();
		for (IContributionItem item : manager.getItems()) {
			if (item instanceof ActionContributionItem action) {
				words.add(action.getAction().getText());
			} else if (item instanceof CommandContributionItem command) {
				words.add(command.getCommand().getId());
			}
		}
		return words;
	}

	private static void key(Control control, int code, char character) {
		Event event = new Event();
		event.keyCode = code;
		event.character = character;
		control.notifyListeners(SWT.KeyDown, event);
	}

	@Test
	void theMenuOfAViewHasAllThatItsToolBarOffers() throws IOException, PartInitException {
		run(TWO);
		List<String> only = new ArrayList<>();
		for (String id : VIEWS) {
			IViewPart view = Window.page().showView(id);
			MenuManager menu = (MenuManager) view.getViewSite().getActionBars().getMenuManager();
			Window.until(id + " has a menu", () -> menu.getRemoveAllWhenShown() || menu.getItems().length > 0);
			Window.settle();
			if (menu.getRemoveAllWhenShown()) {
				// it is filled by being shown, by the same code as the menu of the table
				continue;
			}
			List<String> inMenu = words(menu);
			assertFalse(inMenu.isEmpty(), id);
			for (String word : words(view.getViewSite().getActionBars().getToolBarManager())) {
				if (!inMenu.contains(word)) {
					only.add(id + ": " + word);
				}
			}
		}
		assertEquals(List.of(), only, "only the mouse reaches these");
	}

	@Test
	void aPlotIsWalkedPickedAndLeft() throws IOException, PartInitException {
		accuracies();
		run(KNOWN);
		Window.shell().forceActive();
		Window.page().showView("org.trainless.ui.charts.landscape");
		FigureControl figure = Window.named(FigureControl.class, "landscape");
		Window.until("the points", () -> figure.isVisible() && !figure.figure().layers().isEmpty());
		Control plot = figure.plot();
		figure.setFocus();
		Window.until("the plot has the focus", plot::isFocusControl);

		// the figure of the run as it was a moment ago has no words any more
		Window.until("a point is described", () -> {
			key(plot, SWT.ARROW_RIGHT, (char) 0);
			return !plot.getToolTipText().isEmpty();
		});
		String first = plot.getToolTipText();
		key(plot, SWT.ARROW_RIGHT, (char) 0);
		assertNotEquals(first, plot.getToolTipText());
		key(plot, SWT.CR, SWT.CR);
		Window.until("the point is selected", () -> !selected.isEmpty());
		ArchitectureSelection picked = selected.get(0);
		assertEquals(1, picked.architectures().size());

		key(plot, SWT.ESC, SWT.ESC);
		assertTrue(plot.isFocusControl(), "the first Esc only forgets the point");
		key(plot, SWT.ESC, SWT.ESC);
		assertFalse(plot.isFocusControl(), "the second Esc leaves the plot");
		assertNotEquals(null, Display.getCurrent().getFocusControl());

		figure.setFocus();
		Window.until("the plot has the focus", plot::isFocusControl);
		for (int way : new int[] { SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS }) {
			Event event = new Event();
			event.detail = way;
			event.doit = false;
			plot.notifyListeners(SWT.Traverse, event);
			assertTrue(event.doit, "a Tab is held in the plot");
		}
		assertTrue(plot.traverse(SWT.TRAVERSE_TAB_NEXT));
		assertFalse(plot.isFocusControl());
	}

	@Test
	void everyViewTakesTheFocus() throws PartInitException {
		Window.shell().forceActive();
		for (String id : VIEWS) {
			IViewPart view = Window.page().showView(id);
			view.setFocus();
			Window.settle();
			Control focus = Display.getCurrent().getFocusControl();
			Control pane = (Control) view.getSite().getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class)
					.getWidget();
			assertTrue(isIn(focus, pane), id + " leaves the focus to " + focus);
		}
	}

	private static boolean isIn(Control control, Control pane) {
		Control at = control;
		while (at != null && at != pane) {
			at = at.getParent();
		}
		return at != null;
	}
}
