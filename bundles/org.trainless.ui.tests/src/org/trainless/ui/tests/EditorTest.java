/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.trainless.core.resources.ExperimentNature;
import org.trainless.ui.editor.ExperimentEditor;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.theme.Themes;

/** Drives the real editor: form and source over one text. */
@ExtendWith(FreezeGuard.class)
class EditorTest {
	private static final String TEXT = """
			# What this is about
			format: 1
			name: study   # the name
			question: Is it better?
			space: nats-tss
			dataset: { id: dead-leaves, batch: 64 }   # images
			seeds: { first: 1, count: 3 }
			searches:
			  # the first
			  - name: random
			    strategy: { id: random, evaluations: 24 }
			    proxy: naswot
			  - name: evolution
			    strategy:
			      id: regularized-evolution
			      population: 8   # small
			      sample: 3
			    proxy: naswot
			    constraint: skip_connect <= 1
			""";

	private static final List<String> TYPES = List.of("org.eclipse.ui.workbench.texteditor.error",
			"org.eclipse.ui.workbench.texteditor.warning");

	private IProject project;
	private ExperimentEditor editor;

	@BeforeEach
	void begin() throws CoreException {
		Window.closeWelcome();
		Window.page().closeAllEditors(false);
		project = ResourcesPlugin.getWorkspace().getRoot().getProject("editing");
		if (project.exists()) {
			project.delete(true, true, null);
		}
		project.create(null);
		project.open(null);
		ExperimentNature.addTo(project);
	}

	@AfterEach
	void end() throws CoreException {
		Window.page().closeAllEditors(false);
		Window.settle();
		project.delete(true, true, null);
	}

	private void open(String text) throws CoreException {
		IFile file = project.getFile("some.nas.yaml");
		file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
		editor = (ExperimentEditor) IDE.openEditor(Window.page(), file);
		Window.page().activate(editor);
		Window.until("the form is filled", () -> editor.getActivePage() == 1
				|| control("field:name").isPresent() && control("field:searches.0.proxy").isPresent());
	}

	private static Optional<Control> control(String name) {
		return Window.find(Window.shell(), c -> name.equals(c.getData("org.trainless.id")));
	}

	private static String problem(String path) {
		return control("problem:" + path).filter(Control::isVisible).map(c -> ((Label) c).getText()).orElse("");
	}

	private ITextEditor source() {
		return editor.getAdapter(ITextEditor.class);
	}

	private IDocument document() {
		return source().getDocumentProvider().getDocument(source().getEditorInput());
	}

	private String text() {
		return document().get();
	}

	private static void type(String field, String value) {
		Text text = Window.named(Text.class, "field:" + field);
		text.setText(value);
		text.notifyListeners(SWT.DefaultSelection, new Event());
	}

	private static void choose(String field, String id) {
		Combo combo = Window.named(Combo.class, "field:" + field);
		int index = Arrays.asList(combo.getItems()).indexOf(Arrays.stream(combo.getItems())
				.filter(i -> i.equals(id) || i.startsWith(id + " ")).findFirst().orElseThrow());
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
	}

	private void undo() {
		editor.getEditorSite().getActionBars().getGlobalActionHandler(ActionFactory.UNDO.getId()).run();
	}

	@Test
	void aValueEnteredInTheFormChangesOnlyItsCharactersAndUndoRestoresTheFile() throws CoreException {
		open(TEXT);
		type("name", "another name");
		assertEquals(TEXT.replace("name: study ", "name: another name "), text());
		assertTrue(editor.isDirty());
		undo();
		assertEquals(TEXT, text());
		assertFalse(editor.isDirty());
		Window.until("the form shows it", () -> Window.named(Text.class, "field:name").getText().equals("study"));

		Spinner count = Window.named(Spinner.class, "field:seeds.count");
		assertEquals(3, count.getSelection());
		assertEquals(1, count.getMinimum());
		count.setSelection(5);
		Window.until("it is in the text", () -> text().equals(TEXT.replace("count: 3", "count: 5")));
		count.setSelection(3);
		Window.until("it is as it was", () -> text().equals(TEXT));
		editor.doSave(new NullProgressMonitor());
	}

	@Test
	void whatWasTypedJustNowIsSaved() throws CoreException {
		open(TEXT);
		Window.named(Text.class, "field:name").setText("typed and saved");
		assertEquals(TEXT, text(), "not in the text yet");
		assertTrue(editor.isDirty(), "but it could be lost");
		assertTrue(Window.page().saveEditor(editor, false));
		assertEquals(TEXT.replace("name: study ", "name: typed and saved "), text());
		assertEquals(text(), project.getFile("some.nas.yaml").readString());
		assertFalse(editor.isDirty());

		Window.named(Spinner.class, "field:seeds.count").setSelection(4);
		editor.setActiveEditor(source());
		assertTrue(text().contains("count: 4"), "the other page shows it at once");
	}

	@Test
	void whoClosesRightAfterTypingIsAsked() throws CoreException {
		open(TEXT);
		Window.named(Text.class, "field:name").setText("typed and closed");
		assertTrue(Window.answer("Cancel", () -> assertFalse(Window.page().closeEditor(editor, true))),
				"a question whether to save");
		assertEquals(TEXT.replace("name: study ", "name: typed and closed "), text());
		Window.named(Text.class, "field:name").setText("typed again");
		assertTrue(Window.answer("Save", () -> assertTrue(Window.page().closeEditor(editor, true))),
				"a question whether to save");
		assertTrue(project.getFile("some.nas.yaml").readString().contains("name: typed again "));
	}

	@Test
	void whatWasTypedJustNowRuns() throws CoreException {
		open(TEXT.replace("proxy: naswot", "proxy: params").replace("evaluations: 24", "evaluations: 2"));
		Window.named(Text.class, "field:name").setText("typed and run");
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.trainless.ui.run", null);
		} catch (CommandException e) {
			throw new IllegalStateException(e);
		}
		assertTrue(project.getFile("some.nas.yaml").readString().contains("name: typed and run "));
		assertFalse(editor.isDirty());
		PlatformUI.getWorkbench().getService(Runs.class).stopAll();
		Window.until("nothing runs", () -> Job.getJobManager().find(RunJob.FAMILY).length == 0);
	}

	@Test
	void leavingTheFormPutsWhatWasTypedIntoTheText() throws CoreException {
		open(TEXT);
		Text name = Window.named(Text.class, "field:name");
		name.setText("left");
		name.notifyListeners(SWT.FocusOut, new Event());
		assertTrue(text().contains("name: left "));
		Spinner count = Window.named(Spinner.class, "field:seeds.count");
		count.setSelection(9);
		count.notifyListeners(SWT.FocusOut, new Event());
		assertTrue(text().contains("count: 9"));
		name.setText("deactivated");
		Window.named(Control.class, "form").notifyListeners(SWT.Deactivate, new Event());
		assertTrue(text().contains("name: deactivated "));
	}

	@Test
	void manyChangesAreUndoneOneByOneOnEitherPage() throws CoreException {
		open(TEXT);
		List<String> steps = new ArrayList<>(List.of(text()));
		type("name", "one");
		steps.add(text());
		type("question", "Two?");
		steps.add(text());
		choose("space", "nats-tss");
		choose("dataset", "dead-leaves");
		assertEquals(steps.get(2), text(), "what is chosen already changes nothing");
		choose("searches.0.proxy", "synflow");
		steps.add(text());
		assertEquals(TEXT.replace("name: study", "name: one").replace("Is it better?", "Two?")
				.replaceFirst("proxy: naswot", "proxy: synflow"), text());
		editor.setActiveEditor(source());
		for (int i = steps.size() - 2; i >= 0; i--) {
			source().getAction(ITextEditorActionConstants.UNDO).run();
			assertEquals(steps.get(i), text());
		}
	}

	@Test
	void theSearchesAreAListWithDetails() throws CoreException {
		open(TEXT);
		Table searches = Window.named(Table.class, "searches");
		assertEquals(2, searches.getItemCount());
		searches.select(1);
		searches.notifyListeners(SWT.Selection, new Event());
		Window.until("its details are shown", () -> control("field:searches.1.strategy.population").isPresent());
		Spinner population = Window.named(Spinner.class, "field:searches.1.strategy.population");
		assertEquals(8, population.getSelection());
		population.setSelection(16);
		Window.until("it is in the text",
				() -> text().equals(TEXT.replace("population: 8   # small", "population: 16   # small")));
		population.setSelection(8);
		Window.until("it is back", () -> text().equals(TEXT));

		Window.click(Window.named(Button.class, "search.up"));
		Window.until("it is the first", () -> searches.getItem(0).getText().equals("evolution"));
		assertTrue(text().indexOf("# the first") > text().indexOf("evolution"), "its comment goes with it");
		undo();
		assertEquals(TEXT, text());
		Window.until("it is the second again", () -> searches.getItem(0).getText().equals("random"));
		Window.click(Window.named(Button.class, "search.duplicate"));
		Window.until("there are three", () -> searches.getItemCount() == 3);
		Window.click(Window.named(Button.class, "search.remove"));
		Window.until("there are two", () -> searches.getItemCount() == 2);
		Window.click(Window.named(Button.class, "search.add"));
		Window.until("there are three", () -> searches.getItemCount() == 3);
		assertTrue(text().startsWith(TEXT.substring(0, TEXT.length() - 1)));
	}

	@Test
	void choosingAContributionShowsItsParametersAndItsPaper() throws CoreException {
		open(TEXT);
		choose("searches.0.strategy", "regularized-evolution");
		assertEquals(TEXT.replace("{ id: random, evaluations: 24 }", "{ id: regularized-evolution, evaluations: 24 }"),
				text());
		Window.until("its parameters are shown", () -> control("field:searches.0.strategy.population").isPresent());
		assertEquals(50, Window.named(Spinner.class, "field:searches.0.strategy.population").getSelection());
		assertTrue(control("about:searches.0.proxy").isPresent());
		assertFalse(Window.named(Combo.class, "field:searches.0.proxy").getToolTipText().isBlank());
		Window.named(Spinner.class, "field:searches.0.strategy.sample").setSelection(7);
		Window.until("it is added", () -> text().contains("{ id: regularized-evolution, evaluations: 24, sample: 7 }"));
		Window.until("it can be taken out",
				() -> Window.named(Hyperlink.class, "reset:searches.0.strategy.sample").isVisible());
		Hyperlink reset = Window.named(Hyperlink.class, "reset:searches.0.strategy.sample");
		reset.notifyListeners(SWT.DefaultSelection, new Event());
		Event enter = new Event();
		enter.character = '\r';
		reset.notifyListeners(SWT.KeyDown, enter);
		Window.until("it is gone", () -> text().contains("{ id: regularized-evolution, evaluations: 24 }"));
		choose("searches.0.strategy", "random");
		assertEquals(TEXT, text());
	}

	@Test
	void whatIsTypedWhileOtherFieldsAreMadeIsKept() throws CoreException {
		open(TEXT);
		Table searches = Window.named(Table.class, "searches");
		searches.select(1);
		searches.notifyListeners(SWT.Selection, new Event());
		Window.until("its details are shown", () -> control("field:searches.1.strategy.population").isPresent());
		Text before = Window.named(Text.class, "field:searches.1.constraint");
		Spinner population = Window.named(Spinner.class, "field:searches.1.strategy.population");
		choose("searches.1.strategy", "random");
		assertFalse(population.isDisposed(), "seen until there are others");
		before.setFocus();
		before.setText("skip_connect <= 2");
		before.setSelection(3);
		Window.until("there are other fields", () -> population.isDisposed());
		Text after = Window.named(Text.class, "field:searches.1.constraint");
		assertEquals("skip_connect <= 2", after.getText());
		assertEquals(before.isDisposed(), after != before);
		assertTrue(control("field:searches.1.strategy.population").isEmpty());
		Window.until("it is in the text", () -> text().contains("constraint: skip_connect <= 2"));
		assertEquals(1, text().split("constraint:", -1).length - 1);
	}

	@Test
	void choosingQuicklyShowsTheLastChoice() throws CoreException {
		open(TEXT);
		Table searches = Window.named(Table.class, "searches");
		for (int i : new int[] { 1, 0, 1, 0, 1 }) {
			searches.select(i);
			searches.notifyListeners(SWT.Selection, new Event());
		}
		Window.until("the last is shown", () -> control("field:searches.1.strategy.population").isPresent());
		for (String id : List.of("random", "regularized-evolution", "random")) {
			choose("searches.1.strategy", id);
		}
		Window.until("the last is shown", () -> control("field:searches.1.strategy.population").isEmpty());
		assertTrue(text().contains("id: random"), text());
		assertEquals("random", Window.named(Combo.class, "field:searches.1.strategy").getText().split(" ")[0]);
	}

	@Test
	void problemsStandBesideTheirFieldsAndInTheMargin() throws CoreException {
		open(TEXT.replace("population: 8", "population: 0").replace("space: nats-tss", "space: nats-ts"));
		Window.until("the space is refused", () -> problem("space").contains("unknown search space 'nats-ts'"));
		Table searches = Window.named(Table.class, "searches");
		Window.until("the search is marked", () -> searches.getItem(1).getImage() != null);
		searches.select(1);
		searches.notifyListeners(SWT.Selection, new Event());
		Window.until("the bound is told", () -> problem("searches.1.strategy.population").contains("must be between"));
		List<String> annotations = annotations();
		assertTrue(annotations.stream().anyMatch(a -> a.contains("unknown search space")), annotations::toString);
		type("searches.1.strategy.population", "9");
		choose("space", "nats-tss");
		Window.until("nothing is wrong", () -> problem("space").isEmpty()
				&& problem("searches.1.strategy.population").isEmpty() && annotations().isEmpty());
	}

	private List<String> annotations() {
		List<String> texts = new ArrayList<>();
		IAnnotationModel model = source().getDocumentProvider().getAnnotationModel(source().getEditorInput());
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (TYPES.contains(annotation.getType()) && !annotation.isMarkedDeleted()) {
				texts.add(annotation.getText());
			}
		}
		return texts;
	}

	@Test
	void theConstraintSaysHowManyCellsRemain() throws CoreException, IOException {
		open(TEXT);
		Table searches = Window.named(Table.class, "searches");
		searches.select(1);
		searches.notifyListeners(SWT.Selection, new Event());
		Window.until("they are counted", () -> control("feasible:searches.1.constraint").map(c -> ((Label) c).getText())
				.orElse("").contains("of 15,625 cells remain"));
		String one = Window.named(Label.class, "feasible:searches.1.constraint").getText();
		Text constraint = Window.named(Text.class, "field:searches.1.constraint");
		constraint.setText("skip_connect <= 0");
		Window.until("they are counted anew",
				() -> Window.named(Label.class, "feasible:searches.1.constraint").getText().startsWith("4,096 of"));
		assertTrue(one.startsWith("10,240 of"), one);
		constraint.setText("skip_connect <= ");
		Window.until("it says what is wrong",
				() -> !Window.named(Label.class, "feasible:searches.1.constraint").getText().contains("remain"));
	}

	@Test
	void aBrokenTextKeepsOneOnTheSourcePageAndTheFormSaysWhy() throws Exception {
		open(TEXT);
		document().replace(text().indexOf(", batch"), 0, "{");
		Window.until("the form says why",
				() -> !Window.named(Control.class, "form").isDisposed() && formMessage().contains("Line 6"));
		editor.setActiveEditor(source());
		Window.settle();
		editor.setActivePage("org.trainless.ui.editor.form");
		Window.settle();
		assertEquals(1, editor.getActivePage(), "one is kept on the source page");
		Label why = Window.named(Label.class, "source.error");
		assertTrue(why.isVisible());
		assertTrue(why.getText().contains("Line 6"), why.getText());
		Window.screenshot("editor-broken");
		source().getAction(ITextEditorActionConstants.UNDO).run();
		assertEquals(TEXT, text());
		Window.until("the error is gone", () -> !why.isVisible());
		editor.setActivePage("org.trainless.ui.editor.form");
		Window.settle();
		assertEquals(0, editor.getActivePage());
	}

	private static String formMessage() {
		var form = Window.named(org.eclipse.ui.forms.widgets.ScrolledForm.class, "form");
		return form.getForm().getMessage() == null ? "" : form.getForm().getMessage();
	}

	private SourceViewer viewer() {
		editor.setActiveEditor(source());
		Window.settle();
		return (SourceViewer) editor.getAdapter(ISourceViewer.class);
	}

	private static ICompletionProposal[] fixes(SourceViewer viewer, int offset) {
		return viewer.getQuickAssistAssistant().getQuickAssistProcessor()
				.computeQuickAssistProposals(new IQuickAssistInvocationContext() {
					@Override
					public int getOffset() {
						return offset;
					}

					@Override
					public int getLength() {
						return 0;
					}

					@Override
					public ISourceViewer getSourceViewer() {
						return viewer;
					}
				});
	}

	private static void command(String id) throws CommandException {
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
	}

	@Test
	void thePlatformsCommandsForTextWorkOnTheSourcePage() throws Exception {
		open(TEXT);
		SourceViewer viewer = viewer();
		StyledText widget = Window.named(StyledText.class, "source");
		widget.setFocus();
		int height = widget.getFont().getFontData()[0].getHeight();
		command("org.eclipse.ui.edit.text.zoomIn");
		Window.until("it is larger", () -> widget.getFont().getFontData()[0].getHeight() > height);
		command("org.eclipse.ui.edit.text.zoomOut");
		Window.until("it is as it was", () -> widget.getFont().getFontData()[0].getHeight() == height);

		IAction find = editor.getEditorSite().getActionBars().getGlobalActionHandler(ActionFactory.FIND.getId());
		assertTrue(find != null && find.isEnabled(), "one can search the text");
		IFindReplaceTarget target = editor.getAdapter(IFindReplaceTarget.class);
		assertEquals(text().indexOf("naswot"), target.findAndSelect(0, "naswot", true, true, true));
		assertEquals("naswot", ((ITextSelection) viewer.getSelection()).getText());

		command("org.eclipse.ui.edit.text.select.selectMultiSelectionDown");
		assertEquals(4, widget.getSelectionRanges().length, "both are selected");
		editor.setActivePage("org.trainless.ui.editor.form");
		assertNull(editor.getEditorSite().getActionBars().getGlobalActionHandler(ActionFactory.FIND.getId()),
				"a form is not searched as text");
	}

	@Test
	void whatHasAnotherNameNowIsMended() throws Exception {
		open(TEXT.replaceFirst("proxy: naswot", "proxy: size-of-old"));
		SourceViewer viewer = viewer();
		Window.until("it is told", () -> annotations().stream().anyMatch(a -> a.contains("deprecated")));
		ICompletionProposal[] fixes = fixes(viewer, text().indexOf("size-of-old"));
		assertEquals("Replace by 'params'", fixes[0].getDisplayString());
		assertNotNull(fixes[0].getImage());
		fixes[0].apply(document());
		assertEquals(TEXT.replaceFirst("proxy: naswot", "proxy: params"), text());
		Window.until("nothing is wrong", () -> annotations().isEmpty());
	}

	@Test
	void aClickBesideAProblemOffersWhatMendsIt() throws Exception {
		open(TEXT.replace("population: 8", "popualtion: 8"));
		viewer();
		StyledText widget = Window.named(StyledText.class, "source");
		Window.until("the key is refused", () -> annotations().stream().anyMatch(a -> a.contains("popualtion")));
		int line = widget.getLineAtOffset(text().indexOf("popualtion"));
		Composite ruler = (Composite) Window
				.find(Window.shell(), c -> c.getClass().getName().contains("CompositeRulerCanvas")).orElseThrow();
		Control column = ruler.getChildren()[0];
		Event click = new Event();
		click.button = 1;
		click.x = 2;
		click.y = widget.getLinePixel(line) + widget.getLineHeight() / 2;
		column.notifyListeners(SWT.MouseDown, click);
		column.notifyListeners(SWT.MouseUp, click);
		Window.until("it is offered", () -> offered("Change to 'population'"));
		Window.screenshot("editor-fix");
		assertEquals(line, widget.getLineAtOffset(widget.getCaretOffset()));
	}

	/** In a list that has popped up. */
	private static boolean offered(String words) {
		return Arrays.stream(Display.getCurrent().getShells()).filter(s -> s != Window.shell() && s.isVisible())
				.anyMatch(
						s -> Window
								.find(s, c -> c instanceof Table t
										&& Arrays.stream(t.getItems()).anyMatch(i -> i.getText().equals(words)))
								.isPresent());
	}

	@Test
	void theSourcePageCompletesKeysAndMendsProblems() throws Exception {
		open(TEXT.replace("population: 8", "popualtion: 8"));
		SourceViewer viewer = viewer();
		StyledText widget = Window.named(StyledText.class, "source");
		assertTrue(widget.getStyleRanges().length > 20, "it is coloured");
		int at = text().indexOf("naswot");
		document().replace(at, "naswot".length(), "nas");
		ICompletionProposal[] proposals = editor.assist(at + 3);
		assertTrue(Arrays.stream(proposals).anyMatch(p -> p.getDisplayString().startsWith("naswot")));
		assertTrue(Arrays.stream(proposals).allMatch(p -> p.getImage() != null), "each has a picture");
		Arrays.stream(proposals).filter(p -> p.getDisplayString().startsWith("naswot")).findFirst().orElseThrow()
				.apply(document());
		assertEquals(TEXT.replace("population: 8", "popualtion: 8"), text());
		Window.until("the key is refused", () -> annotations().stream().anyMatch(a -> a.contains("popualtion")));

		int key = text().indexOf("popualtion");
		ICompletionProposal[] fixes = fixes(viewer, key);
		assertEquals("Change to 'population'", fixes[0].getDisplayString());
		fixes[0].apply(document());
		assertEquals(TEXT, text());
		Window.until("nothing is wrong", () -> annotations().isEmpty());
	}

	@Test
	void theOutlineShowsThePartsAndLeadsToThem() throws Exception {
		open(TEXT);
		viewer();
		Window.page().showView("org.eclipse.ui.views.ContentOutline");
		Window.page().activate(editor);
		Window.until("the outline is filled",
				() -> control("outline").isPresent() && Window.named(Tree.class, "outline").getItemCount() == 7);
		Tree tree = Window.named(Tree.class, "outline");
		assertEquals("searches", tree.getItem(6).getText());
		assertEquals("random", tree.getItem(6).getItem(0).getText());
		assertNotNull(tree.getItem(6).getItem(0).getImage());
		assertFalse(tree.getItem(6).getItem(0).getImage().equals(tree.getItem(1).getImage()), "a search, and a name");
		tree.setSelection(tree.getItem(6).getItem(1));
		tree.notifyListeners(SWT.Selection, selection(tree));
		StyledText widget = Window.named(StyledText.class, "source");
		Window.until("the source is there", () -> widget.getLineAtOffset(widget.getCaretOffset()) == 12);
		Window.screenshot("editor-outline");
	}

	private static Event selection(Tree tree) {
		Event event = new Event();
		event.item = tree.getSelection()[0];
		return event;
	}

	@Test
	void whatIsSavedHasTheMarkersOfTheBuilder() throws CoreException {
		open(TEXT);
		type("name", "saved");
		choose("searches.0.proxy", "synflow");
		editor.doSave(new NullProgressMonitor());
		assertFalse(editor.isDirty());
		IFile file = project.getFile("some.nas.yaml");
		assertEquals(0, file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length);
		type("name", "");
		editor.doSave(new NullProgressMonitor());
		Window.until("the builder says so", () -> {
			try {
				return file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length == 1;
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		});
		Window.until("it is told once", () -> annotations().size() == 1);
	}

	@Test
	void picturesForPeople() throws Exception {
		open(TEXT.replace("sample: 3", "sample: 0"));
		Window.page().toggleZoom(Window.page().getReference(editor));
		Window.settle();
		for (String theme : List.of(Themes.LIGHT, Themes.DARK)) {
			Window.theme(theme);
			Window.settle();
			editor.setActivePage("org.trainless.ui.editor.form");
			Table searches = Window.named(Table.class, "searches");
			searches.select(1);
			searches.notifyListeners(SWT.Selection, new Event());
			Window.until("its details are shown", () -> control("field:searches.1.constraint").isPresent());
			Window.until("cells are counted", () -> control("feasible:searches.1.constraint")
					.map(c -> ((Label) c).getText()).orElse("").contains("remain"));
			String name = theme.equals(Themes.DARK) ? "dark" : "light";
			assertTrue(Window.screenshot("editor-form-" + name).toFile().length() > 0);
			editor.setActiveEditor(source());
			Window.settle();
			assertTrue(Window.screenshot("editor-source-" + name).toFile().length() > 0);
		}
		Window.theme(Themes.LIGHT);
		Window.settle();
	}
}
