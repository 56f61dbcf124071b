/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.help.internal.base.BaseHelpSystem;
import org.eclipse.help.internal.search.ISearchHitCollector;
import org.eclipse.help.internal.search.QueryTooComplexException;
import org.eclipse.help.internal.search.SearchHit;
import org.eclipse.help.internal.search.SearchQuery;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.dialogs.IDialogPage;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.IViewDescriptor;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.experiment.ExperimentResult;
import org.trainless.help.reference.ReferencePages;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The help: complete, without dead links, found by F1 and by search. */
@ExtendWith(FreezeGuard.class)
class HelpTest {
	private static final String HELP = "org.eclipse.help.ui.HelpView";
	private static final String OURS = "org.trainless.";
	private static final String PLUGIN = "/org.trainless.help/";
	private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
	private static final Pattern EXPERIMENT = Pattern.compile("<pre class=\"experiment\">(.*?)</pre>", Pattern.DOTALL);

	private static List<String> topics() {
		IToc ours = Arrays.stream(HelpSystem.getTocs()).filter(t -> t.getHref().startsWith(PLUGIN)).findFirst()
				.orElseThrow();
		List<String> hrefs = new ArrayList<>(List.of(ours.getTopic(null).getHref()));
		for (ITopic topic : ours.getTopics()) {
			collect(topic, hrefs);
		}
		return hrefs;
	}

	private static void collect(ITopic topic, List<String> hrefs) {
		if (topic.getHref() != null) {
			hrefs.add(topic.getHref());
		}
		for (ITopic child : topic.getSubtopics()) {
			collect(child, hrefs);
		}
	}

	private static String page(String href) throws IOException {
		try (InputStream in = HelpSystem.getHelpContent(href)) {
			assertNotNull(in, "no page " + href);
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String unescaped(String html) {
		return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
	}

	@Test
	void everyTopicIsAPageAndNoLinkIsDead() throws IOException {
		Map<String, String> pages = new LinkedHashMap<>();
		for (String href : topics()) {
			pages.put(href, page(href));
		}
		assertTrue(pages.size() > 15, pages.keySet().toString());
		TreeSet<String> dead = new TreeSet<>();
		for (Map.Entry<String, String> page : pages.entrySet()) {
			Matcher links = LINK.matcher(page.getValue());
			while (links.find()) {
				String link = unescaped(links.group(1));
				if (link.startsWith("http")) {
					continue;
				}
				String target = URI.create(page.getKey()).resolve(link).toString();
				try (InputStream in = HelpSystem.getHelpContent(target)) {
					if (in == null) {
						dead.add(page.getKey() + " → " + link);
					}
				}
			}
		}
		assertEquals(new TreeSet<>(), dead);
	}

	@Test
	void everyExampleIsAValidExperiment(@TempDir Path folder) throws IOException {
		int found = 0;
		for (String href : topics()) {
			Matcher examples = EXPERIMENT.matcher(page(href));
			while (examples.find()) {
				ExperimentResult result = PlatformUI.getWorkbench().getService(ExperimentFiles.class).read(href,
						unescaped(examples.group(1)), folder);
				assertEquals(List.of(), result.problems(), href);
				found++;
			}
		}
		assertTrue(found > 0);
	}

	@Test
	void theReferenceKnowsAllThatIsInstalled() throws IOException {
		Contributions contributions = PlatformUI.getWorkbench().getService(Contributions.class);
		for (ContributionKind kind : ContributionKind.values()) {
			String page = page(PLUGIN + "reference/" + kind.id() + ".html");
			for (Contribution contribution : contributions.all(kind)) {
				assertTrue(page.contains("id=\"" + contribution.id() + "\""), contribution.id());
				assertTrue(unescaped(page).contains(contribution.description()), contribution.id());
				contribution.parameters()
						.forEach(p -> assertTrue(unescaped(page).contains(p.description()), p.toString()));
			}
		}
		assertTrue(page(PLUGIN + "reference/searchSpaces.html").contains("<code>live_skip_connect</code>"));
		assertTrue(page(PLUGIN + "reference/file.html").contains("<code>test-accuracy</code>"));
	}

	@Test
	void whatADeclarationSaysCannotBreakThePage() {
		Contribution hostile = new Contribution(ContributionKind.PROXY, "a\"b", "<b>", "1 < 2 & 3",
				"See https://example.org/a?b=1&c=<script>.", true, java.util.Optional.of("x"), java.util.Set.of(),
				List.of(), java.util.Set.of("gradients"), Map.of(), "p");
		String page = new ReferencePages(kind -> kind == ContributionKind.PROXY ? List.of(hostile) : List.of(),
				space -> List.of()).page("proxies").orElseThrow();
		assertFalse(page.contains("<script>") || page.contains("<b>") || page.contains("a\"b"));
		assertTrue(page.contains("1 &lt; 2 &amp; 3"));
		assertTrue(page.contains("Use x instead."));
	}

	private static IContext contextOf(Control control) {
		for (Control c = control; c != null; c = c.getParent()) {
			if (c.getData("org.eclipse.ui.help") instanceof String id) {
				return HelpSystem.getContext(id);
			}
		}
		return null;
	}

	private static void check(String what, IContext context, List<String> missing) throws IOException {
		if (context == null || context.getText() == null || context.getText().isEmpty()
				|| context.getRelatedTopics().length == 0) {
			missing.add(what);
			return;
		}
		for (IHelpResource topic : context.getRelatedTopics()) {
			page(topic.getHref());
		}
	}

	/** A control deep inside, where the focus would be. */
	private static Control deep(Composite root) {
		Control control = root;
		while (control instanceof Composite composite && composite.getChildren().length > 0) {
			control = composite.getChildren()[0];
		}
		return control;
	}

	@Test
	void everyViewHasHelp() throws PartInitException, IOException {
		Window.closeWelcome();
		List<String> missing = new ArrayList<>();
		for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
			if (view.getId().startsWith(OURS)) {
				IViewPart part = Window.page().showView(view.getId());
				Window.settle();
				Composite pane = (Composite) part.getSite()
						.getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class).getWidget();
				check("view " + view.getId(), contextOf(deep(pane)), missing);
			}
		}
		assertEquals(List.of(), missing,
				"call IWorkbenchHelpSystem.setHelp, and describe the context in org.trainless.help");
	}

	@Test
	void everyWizardAndPreferencePageHasHelp() throws Exception {
		List<String> missing = new ArrayList<>();
		int seen = 0;
		for (IWizardDescriptor descriptor : PlatformUI.getWorkbench().getNewWizardRegistry()
				.findCategory("org.trainless.ui").getWizards()) {
			INewWizard wizard = (INewWizard) descriptor.createWizard();
			wizard.init(PlatformUI.getWorkbench(), org.eclipse.jface.viewers.StructuredSelection.EMPTY);
			WizardDialog dialog = new WizardDialog(Window.shell(), wizard);
			dialog.setBlockOnOpen(false);
			dialog.open();
			IWizardPage page = dialog.getCurrentPage() instanceof IWizardPage p ? p : null;
			assertNotNull(page);
			check("wizard " + descriptor.getId(), contextOf(deep((Composite) page.getControl())), missing);
			dialog.close();
			seen++;
		}
		PreferenceManager manager = PlatformUI.getWorkbench().getPreferenceManager();
		for (IPreferenceNode node : manager.getElements(PreferenceManager.PRE_ORDER)) {
			if (node.getId().startsWith(OURS)) {
				Shell shell = new Shell(Window.shell());
				node.createPage();
				IDialogPage page = node.getPage();
				page.createControl(shell);
				check("preferences " + node.getId(), contextOf(deep((Composite) page.getControl())), missing);
				node.disposeResources();
				shell.dispose();
				seen++;
			}
		}
		assertTrue(seen >= 4);
		assertEquals(List.of(), missing);
	}

	@Test
	void everyContextLeadsToAPage() throws Exception {
		List<String> missing = new ArrayList<>();
		int seen = 0;
		for (String id : List.of("ui", "ui.charts", "rcp")) {
			String file = "contexts-" + id.substring(id.indexOf('.') + 1) + ".xml";
			try (InputStream in = Platform.getBundle("org.trainless.help").getEntry(file).openStream()) {
				NodeList contexts = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in)
						.getElementsByTagName("context");
				for (int i = 0; i < contexts.getLength(); i++) {
					String name = OURS + id + "." + ((Element) contexts.item(i)).getAttribute("id");
					check(name, HelpSystem.getContext(name), missing);
					seen++;
				}
			}
		}
		assertTrue(seen > 10, seen + " contexts");
		assertEquals(List.of(), missing);
	}

	@Test
	void bothPagesOfTheEditorHaveHelp(@TempDir Path folder) throws Exception {
		Window.closeWelcome();
		Path file = Files.writeString(folder.resolve("some.nas.yaml"), RunsInViews.TWO);
		IEditorPart part = IDE.openEditorOnFileStore(Window.page(), EFS.getLocalFileSystem().getStore(file.toUri()));
		try {
			FormEditor editor = (FormEditor) part;
			List<String> missing = new ArrayList<>();
			Window.until("a field of the form is there", () -> field().isPresent());
			Control field = field().orElseThrow();
			check("form", contextOf(field), missing);
			assertTrue(contextOf(field).getText().contains("as a form"), contextOf(field).getText());
			Window.until("the source is there", () -> source(editor).isPresent());
			editor.setActiveEditor(source(editor).orElseThrow());
			Window.settle();
			Control source = Window.named(StyledText.class, "source");
			check("source", contextOf(source), missing);
			assertTrue(contextOf(source).getText().contains("The text of an experiment"));
			assertEquals(List.of(), missing);
		} finally {
			Window.page().closeEditor(part, false);
		}
	}

	private static Optional<Control> field() {
		return Window.find(Window.shell(), c -> c instanceof Text && "form".equals(kind(c)));
	}

	private static Optional<IEditorPart> source(FormEditor editor) {
		return Arrays.stream(editor.findEditors(editor.getEditorInput())).filter(ITextEditor.class::isInstance)
				.findFirst();
	}

	private static String kind(Control control) {
		for (Control c = control; c != null; c = c.getParent()) {
			if (c.getData("org.eclipse.ui.help") instanceof String id && id.startsWith("org.trainless.ui.editor_")) {
				return id.substring(id.indexOf('_') + 1);
			}
		}
		return "";
	}

	/** The page names the command of each key, in the order in which the keys stand in the row. */
	@Test
	void theKeysThatAreListedAreBound() throws Exception {
		Matcher rows = Pattern.compile("<tr data-command=\"([^\"]+)\"><td>(.*?)</td>")
				.matcher(page(PLUGIN + "html/keys.html"));
		Pattern key = Pattern.compile("<kbd>(.*?)</kbd>");
		IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		List<String> wrong = new ArrayList<>();
		int seen = 0;
		while (rows.find()) {
			String[] ids = rows.group(1).split(" ");
			Matcher keys = key.matcher(rows.group(2));
			for (String id : ids) {
				assertTrue(keys.find(), id);
				KeySequence sequence = KeySequence.getInstance(keys.group(1).toUpperCase(Locale.ROOT));
				boolean bound = Arrays.stream(bindings.getBindings()).anyMatch(b -> b.getParameterizedCommand() != null
						&& b.getParameterizedCommand().getId().equals(id) && b.getTriggerSequence().equals(sequence));
				if (!bound || !commands.getCommand(id).isDefined()) {
					wrong.add(keys.group(1) + " for " + id);
				}
				seen++;
			}
			assertFalse(keys.find(), rows.group());
		}
		assertTrue(seen > 15, seen + " keys");
		assertEquals(List.of(), wrong);
	}

	@Test
	void f1ShowsHelpForTheViewThatHasTheFocus() throws PartInitException, CommandException, IOException {
		Window.closeWelcome();
		Window.shell().forceActive();
		Window.page().showView("org.trainless.ui.runs").setFocus();
		Window.settle();
		IContext context = contextOf(Display.getCurrent().getFocusControl());
		assertNotNull(context);
		assertTrue(context.getText().contains("The runs that are open"), context.getText());
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.eclipse.ui.help.dynamicHelp",
				null);
		Window.until("the help view is open", () -> Window.page().findView(HELP) != null);
		Window.settle();
		Window.screenshot("help");
		Window.page().hideView(Window.page().findView(HELP));
	}

	@Test
	void searchFindsPagesAndTheReference() {
		List<String> hrefs = Collections.synchronizedList(new ArrayList<>());
		ISearchHitCollector collector = new ISearchHitCollector() {
			@Override
			public void addHits(List<SearchHit> hits, String words) {
				hits.forEach(h -> hrefs.add(h.getHref()));
			}

			@Override
			public void addQTCException(QueryTooComplexException e) throws QueryTooComplexException {
				throw e;
			}
		};
		// the first search makes the index, which takes a while
		CompletableFuture<Void> searched = CompletableFuture.runAsync(() -> {
			for (String words : List.of("landscape", "naswot")) {
				BaseHelpSystem.getSearchManager().search(new SearchQuery(words, false, List.of(), "en"), collector,
						new NullProgressMonitor());
			}
		});
		Window.until("the search is done", searched::isDone);
		searched.join();
		assertTrue(hrefs.stream().anyMatch(h -> h.startsWith(PLUGIN + "html/understand.html")), hrefs.toString());
		assertTrue(hrefs.stream().anyMatch(h -> h.startsWith(PLUGIN + "reference/proxies.html")), hrefs.toString());
	}
}
