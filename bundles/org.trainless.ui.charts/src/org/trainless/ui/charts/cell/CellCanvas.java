/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;
import org.trainless.figures.drawing.Drawing;
import org.trainless.figures.drawing.Mark.Place;
import org.trainless.ui.charts.cell.OperationLook.Look;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * A cell and, beside it, the one that it is compared with. Edges of the first are changed by clicks, by a menu and by
 * keys.
 */
final class CellCanvas extends Canvas {
	/**
	 * A cell with its places.
	 *
	 * @param shown   the cell
	 * @param layouts ways to lay it out, of which the one that fits best is taken
	 */
	record Placed(ShownCell shown, List<CellLayout> layouts) {
		Placed {
			layouts = List.copyOf(layouts);
		}
	}

	private static final double LARGEST = 1.7;

	private final SwtPainter painter;
	private final Consumer<ShownCell> changed;
	private Optional<Placed> cell = Optional.empty();
	private Optional<Placed> pinned = Optional.empty();
	private int selected;
	/** Somebody chose the selected edge since the canvas has the focus. */
	private boolean chosen;

	CellCanvas(Composite parent, Consumer<ShownCell> changed) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.changed = changed;
		painter = new SwtPainter(getFont());
		setData("org.trainless.id", "cell"); //$NON-NLS-1$ //$NON-NLS-2$
		addListener(SWT.Paint, e -> paint(e.gc));
		addListener(SWT.Resize, e -> redraw());
		addListener(SWT.MouseDown, this::pressed);
		addListener(SWT.MouseMove, e -> setCursor(
				getDisplay().getSystemCursor(edgeAt(e) >= 0 && isEditable() ? SWT.CURSOR_HAND : SWT.CURSOR_ARROW)));
		addListener(SWT.KeyDown, this::key);
		addListener(SWT.Traverse, e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT
				|| e.detail == SWT.TRAVERSE_TAB_PREVIOUS || e.detail == SWT.TRAVERSE_ESCAPE);
		addListener(SWT.FocusIn, e -> redraw());
		addListener(SWT.FocusOut, e -> {
			chosen = false;
			redraw();
		});
		addListener(SWT.Dispose, e -> painter.dispose());
		Menu menu = new Menu(this);
		menu.addListener(SWT.Show, e -> fill(menu));
		addListener(SWT.MenuDetect, this::menuDetected);
		setMenu(menu);
		accessible();
		Themes.follow(this, () -> {
			setBackground(Palette.ground());
			redraw();
		});
	}

	private void accessible() {
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = cell.map(c -> title(c.shown())).orElse(Messages.CellView_name);
			}

			@Override
			public void getDescription(AccessibleEvent e) {
				e.result = describe();
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent e) {
				e.detail = ACC.ROLE_GRAPHIC;
			}

			@Override
			public void getValue(AccessibleControlEvent e) {
				e.result = describe();
			}
		});
	}

	/** @return the edge that is chosen, in words */
	String describe() {
		if (cell.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		Cell shown = cell.get().shown().cell();
		Operation operation = shown.operations().get(selected);
		String words = NLS.bind(Messages.CellCanvas_edge,
				new Object[] { shown.source(selected), shown.target(selected), OperationLook.of(operation).label() });
		return operation == Operation.NONE || shown.isLive(selected) ? words
				: NLS.bind(Messages.CellCanvas_deadEdge, words);
	}

	void show(Optional<Placed> other, Optional<Placed> beside) {
		cell = other;
		pinned = beside;
		selected = other.map(c -> Math.min(selected, c.shown().edges() - 1)).orElse(0);
		redraw();
		getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
	}

	/** @return as the window shows it, or for paper */
	List<Drawing> drawings(Look look, boolean interactive) {
		if (cell.isEmpty()) {
			return List.of();
		}
		int layout = arrangement().layout();
		Set<Integer> different = pinned.map(p -> cell.get().shown().differences(p.shown())).orElse(Set.of());
		Drawing first = new CellDrawing(cell.get().layouts().get(layout), look,
				interactive && isFocusControl() ? selected : -1, different)
				.of(cell.get().shown(), title(cell.get().shown()));
		return pinned
				.map(p -> List
						.of(first,
								new CellDrawing(p.layouts().get(layout), look, -1, different).of(p.shown(),
										NLS.bind(Messages.CellCanvas_pinned, title(p.shown())))))
				.orElse(List.of(first));
	}

	static String title(ShownCell shown) {
		return NLS.bind(Messages.CellCanvas_title, shown.spaceId(), shown.index());
	}

	static Look look() {
		if (Themes.isHighContrast()) {
			return Themes.isDark() ? Look.WHITE_ON_BLACK : Look.BLACK_ON_WHITE;
		}
		return Themes.isDark() ? Look.DARK : Look.PAPER;
	}

	/** Which way of laying out is taken, where the first drawing is, and where the second is from there. */
	private record Arrangement(int layout, double x, double y, double scale, double nextX, double nextY) {
	}

	/** Whatever lets the drawings be largest: to the right or down, beside or below each other. */
	private Arrangement arrangement() {
		Rectangle area = getClientArea();
		int count = pinned.isPresent() ? 2 : 1;
		List<CellLayout> layouts = cell.orElseThrow().layouts();
		Arrangement best = null;
		for (int i = 0; i < layouts.size(); i++) {
			for (boolean beside : new boolean[] { true, false }) {
				double width = layouts.get(i).width();
				double height = layouts.get(i).height() + CellDrawing.TITLE_HEIGHT;
				int columns = beside ? count : 1;
				int rows = beside ? 1 : count;
				double scale = Math.min(LARGEST,
						Math.min(area.width / (width * columns), area.height / (height * rows)));
				if (best == null || scale > best.scale()) {
					best = new Arrangement(i, (area.width - width * columns * scale) / 2,
							(area.height - height * rows * scale) / 2, scale, beside ? width * scale : 0,
							beside ? 0 : height * scale);
				}
			}
		}
		return best;
	}

	private void paint(GC gc) {
		List<Drawing> drawings = drawings(look(), true);
		for (int i = 0; i < drawings.size(); i++) {
			Arrangement arranged = arrangement();
			painter.paint(gc, drawings.get(i), arranged.x() + i * arranged.nextX(), arranged.y() + i * arranged.nextY(),
					arranged.scale());
		}
	}

	private int edgeAt(Event e) {
		if (cell.isEmpty()) {
			return -1;
		}
		Arrangement arranged = arrangement();
		return cell.get().layouts().get(arranged.layout()).edgeAt((e.x - arranged.x()) / arranged.scale(),
				(e.y - arranged.y()) / arranged.scale() - CellDrawing.TITLE_HEIGHT);
	}

	/** @return middle of the label of an edge */
	Point labelOf(int edge) {
		Arrangement arranged = arrangement();
		Place label = cell.orElseThrow().layouts().get(arranged.layout()).edges().get(edge).label();
		return new Point((int) Math.round(arranged.x() + label.x() * arranged.scale()),
				(int) Math.round(arranged.y() + (label.y() + CellDrawing.TITLE_HEIGHT) * arranged.scale()));
	}

	private boolean isEditable() {
		return cell.isPresent() && !cell.get().shown().choices(selected).isEmpty();
	}

	private void pressed(Event e) {
		forceFocus();
		int edge = edgeAt(e);
		if (edge < 0) {
			return;
		}
		boolean again = chosen && edge == selected;
		select(edge);
		// the first click on an edge only chooses it
		if (e.button == 1 && again) {
			change(cell.get().shown().cycled(edge, (e.stateMask & SWT.SHIFT) != 0 ? -1 : 1));
		}
	}

	private void menuDetected(Event e) {
		if (e.detail == SWT.MENU_MOUSE) {
			Event at = new Event();
			var place = toControl(e.x, e.y);
			at.x = place.x;
			at.y = place.y;
			int edge = edgeAt(at);
			if (edge >= 0) {
				select(edge);
			}
		}
		e.doit = cell.isPresent();
	}

	private void select(int edge) {
		selected = edge;
		chosen = true;
		redraw();
		getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null);
	}

	private void key(Event e) {
		if (cell.isEmpty()) {
			return;
		}
		ShownCell shown = cell.get().shown();
		int edges = shown.edges();
		switch (e.keyCode) {
		case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> select((selected + 1) % edges);
		case SWT.ARROW_LEFT, SWT.ARROW_UP -> select((selected + edges - 1) % edges);
		case SWT.HOME -> select(0);
		case SWT.END -> select(edges - 1);
		default -> {
			List<String> choices = shown.choices(selected);
			int digit = e.character - '1';
			if (e.character == ' ' || e.character == SWT.CR) {
				change(shown.cycled(selected, (e.stateMask & SWT.SHIFT) != 0 ? -1 : 1));
			} else if (digit >= 0 && digit < choices.size()) {
				change(shown.with(selected, choices.get(digit)));
			}
		}
		}
	}

	private void change(ShownCell other) {
		if (!other.equals(cell.map(Placed::shown).orElse(null))) {
			changed.accept(other);
		}
	}

	/** The operations of the edge that is chosen. */
	private void fill(Menu menu) {
		for (MenuItem item : menu.getItems()) {
			item.dispose();
		}
		if (cell.isEmpty()) {
			return;
		}
		ShownCell shown = cell.get().shown();
		Operation present = shown.cell().operations().get(selected);
		int number = 1;
		for (String choice : shown.choices(selected)) {
			MenuItem item = new MenuItem(menu, SWT.RADIO);
			item.setText(NLS.bind(Messages.CellCanvas_choice, new Object[] { number, choice, number }));
			item.setSelection(choice.equals(present.id()));
			item.addListener(SWT.Selection, e -> {
				if (item.getSelection()) {
					change(shown.with(selected, choice));
				}
			});
			number++;
		}
	}
}
