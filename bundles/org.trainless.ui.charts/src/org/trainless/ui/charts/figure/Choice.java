/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;

/**
 * A button with a menu of which one entry holds, for the tool bar of a view: its text says which.
 *
 * @param <T> what is chosen
 */
public final class Choice<T> extends Action implements IMenuCreator {
	private final String label;
	private final Supplier<List<T>> all;
	private final Function<T, String> name;
	private final Consumer<T> chosen;
	private T current;
	private Menu menu;

	/**
	 * @param label   before the name of what is chosen
	 * @param current what is chosen at first
	 * @param all     what there is to choose from, when the menu opens
	 * @param name    for people
	 * @param chosen  told of the choice
	 */
	public Choice(String label, T current, Supplier<List<T>> all, Function<T, String> name, Consumer<T> chosen) {
		super(null, IAction.AS_DROP_DOWN_MENU);
		this.label = label;
		this.current = current;
		this.all = all;
		this.name = name;
		this.chosen = chosen;
		setMenuCreator(this);
		show();
	}

	private void show() {
		setText(label + name.apply(current));
		setToolTipText(label + name.apply(current));
	}

	/**
	 * Puts the choice into a tool bar, with its words.
	 *
	 * @param bar of a view
	 */
	public void addTo(IToolBarManager bar) {
		ActionContributionItem item = new ActionContributionItem(this);
		item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
		bar.add(item);
	}

	/**
	 * @return what is chosen
	 */
	public T current() {
		return current;
	}

	/**
	 * @param value what is chosen from now on; nobody is told
	 */
	public void set(T value) {
		current = value;
		show();
	}

	/** A click on the button itself takes the next one. */
	@Override
	public void run() {
		List<T> values = all.get();
		if (!values.isEmpty()) {
			choose(values.get((values.indexOf(current) + 1) % values.size()));
		}
	}

	private void choose(T value) {
		set(value);
		chosen.accept(value);
	}

	@Override
	public Menu getMenu(Control parent) {
		dispose();
		menu = new Menu(parent);
		fill(menu);
		return menu;
	}

	@Override
	public Menu getMenu(Menu parent) {
		Menu nested = new Menu(parent.getShell(), SWT.DROP_DOWN);
		fill(nested);
		return nested;
	}

	private void fill(Menu shown) {
		for (T value : all.get()) {
			Action action = new Action(name.apply(value), IAction.AS_RADIO_BUTTON) {
				@Override
				public void run() {
					if (isChecked()) {
						choose(value);
					}
				}
			};
			action.setChecked(value.equals(current));
			new ActionContributionItem(action).fill(shown, -1);
		}
	}

	@Override
	public void dispose() {
		if (menu != null) {
			menu.dispose();
			menu = null;
		}
	}
}
