/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.trainless.figures.drawing.Drawing;
import org.trainless.figures.drawing.DrawingWriter;
import org.trainless.figures.drawing.Mark;
import org.trainless.ui.charts.cell.OperationLook.Look;
import org.trainless.ui.share.ClipboardPicture;
import org.trainless.ui.share.FileJob;
import org.trainless.ui.share.ShareCommands;

/** What can be done with a cell: pinned, gone back from, copied and saved. */
final class CellActions {
	private static final double SCALE = 3;

	private final CellView view;
	private final CellCanvas canvas;
	private final Display display;
	private final IAction pin;
	private final IAction back;
	private final IAction forward;
	private final IAction copy;
	private final IAction copyText;
	private final IAction paste;

	CellActions(CellView view, CellCanvas canvas) {
		this.view = view;
		this.canvas = canvas;
		display = canvas.getDisplay();
		pin = new Action(Messages.CellActions_pin, IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				view.pin(isChecked());
			}
		};
		pin.setToolTipText(Messages.CellActions_pinHelp);
		pin.setImageDescriptor(
				ResourceLocator.imageDescriptorFromBundle("org.trainless.ui", "icons/pin.svg").orElse(null)); //$NON-NLS-1$ //$NON-NLS-2$
		back = action(Messages.CellActions_back, image(ISharedImages.IMG_TOOL_BACK), view::goBack);
		forward = action(Messages.CellActions_forward, image(ISharedImages.IMG_TOOL_FORWARD), view::goForward);
		copy = action(Messages.CellActions_copy, null, this::copyPicture);
		copyText = action(Messages.CellActions_copyText, image(ISharedImages.IMG_TOOL_COPY), this::copyString);
		paste = action(Messages.CellActions_paste, image(ISharedImages.IMG_TOOL_PASTE), this::pasteString);
	}

	private static ImageDescriptor image(String name) {
		return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(name);
	}

	private static IAction action(String text, ImageDescriptor image, Runnable run) {
		Action action = new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setImageDescriptor(image);
		return action;
	}

	void install() {
		IActionBars bars = view.getViewSite().getActionBars();
		bars.getToolBarManager().add(back);
		bars.getToolBarManager().add(forward);
		bars.getToolBarManager().add(pin);
		ShareCommands.SAVE_PICTURE.addTo(bars.getToolBarManager(), view.getViewSite());
		IMenuManager menu = bars.getMenuManager();
		for (IAction each : List.of(copyText, paste)) {
			menu.add(each);
		}
		menu.add(new Separator());
		for (ShareCommands command : ShareCommands.values()) {
			command.addTo(menu, view.getViewSite());
		}
		menu.add(new Separator());
		menu.add(pin);
		menu.add(back);
		menu.add(forward);
		// keys go to the text while somebody types there
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), inText(copy, Text::copy));
		bars.setGlobalActionHandler(ActionFactory.PASTE.getId(), inText(paste, Text::paste));
		bars.setGlobalActionHandler(ActionFactory.BACK.getId(), back);
		bars.setGlobalActionHandler(ActionFactory.FORWARD.getId(), forward);
		bars.updateActionBars();
		update();
	}

	private IAction inText(IAction elsewhere, Consumer<Text> there) {
		return action(elsewhere.getText(), null, () -> {
			if (view.text().isFocusControl()) {
				there.accept(view.text());
			} else {
				elsewhere.run();
			}
		});
	}

	void update() {
		boolean shown = view.isShowing();
		pin.setChecked(view.isPinned());
		pin.setEnabled(shown);
		copy.setEnabled(shown);
		copyText.setEnabled(shown);
		back.setEnabled(view.canGoBack());
		forward.setEnabled(view.canGoForward());
	}

	private void copyString() {
		view.architecture().ifPresent(a -> {
			Clipboard clipboard = new Clipboard(display);
			clipboard.setContents(new Object[] { a }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		});
	}

	private void pasteString() {
		Clipboard clipboard = new Clipboard(display);
		Object contents = clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		if (contents != null) {
			view.paste(contents.toString());
		}
	}

	/** Two cells side by side in one drawing. */
	private static Drawing together(List<Drawing> drawings) {
		List<Mark> marks = new ArrayList<>();
		double x = 0;
		double height = 0;
		for (Drawing drawing : drawings) {
			for (Mark mark : drawing.marks()) {
				marks.add(moved(mark, x));
			}
			x += drawing.width();
			height = Math.max(height, drawing.height());
		}
		return new Drawing(x, height, drawings.get(0).ground(), marks);
	}

	private static Mark moved(Mark mark, double x) {
		return switch (mark) {
		case Mark.Line line -> new Mark.Line(line.places().stream().map(p -> new Mark.Place(p.x() + x, p.y())).toList(),
				line.radius(), line.stroke(), line.arrow());
		case Mark.Shape shape -> new Mark.Shape(shape.form(), shape.x() + x, shape.y(), shape.width(), shape.height(),
				shape.fill(), shape.stroke());
		case Mark.Words words ->
			new Mark.Words(words.text(), words.x() + x, words.y(), words.size(), words.bold(), words.colour());
		};
	}

	void copyPicture() {
		List<Drawing> drawings = canvas.drawings(CellCanvas.look(), false);
		if (!drawings.isEmpty()) {
			ClipboardPicture.copy(display, () -> new DrawingWriter().png(together(drawings), SCALE));
		}
	}

	void savePicture(Path file) {
		List<Drawing> drawings = canvas.drawings(Look.PAPER, false);
		if (drawings.isEmpty()) {
			return;
		}
		boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png"); //$NON-NLS-1$
		new FileJob(file, (out, cancelled) -> {
			DrawingWriter writer = new DrawingWriter();
			out.write(png ? writer.png(together(drawings), SCALE)
					: writer.svg(together(drawings)).getBytes(StandardCharsets.UTF_8));
			return true;
		}, view::tell).schedule();
	}
}
