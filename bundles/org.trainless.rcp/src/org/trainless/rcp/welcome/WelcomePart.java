/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp.welcome;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.IntroPart;
import org.trainless.ui.examples.Examples;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.theme.Themes;

/** What Trainless is for, and two experiments that run with one click. */
public final class WelcomePart extends IntroPart {
	private static final String PROJECT = "examples"; //$NON-NLS-1$
	private static final String QUICK = "quickstart.nas.yaml"; //$NON-NLS-1$
	private static final String STUDY = "skip-connections.nas.yaml"; //$NON-NLS-1$
	private static final int TEXT_WIDTH = 380;

	private FormToolkit toolkit;
	private ScrolledForm form;

	@Override
	public void createPartControl(Composite parent) {
		toolkit = new FormToolkit(parent.getDisplay());
		form = toolkit.createScrolledForm(parent);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(form, "org.trainless.rcp.welcome"); //$NON-NLS-1$
		GridLayout layout = new GridLayout(2, true);
		layout.marginWidth = 40;
		layout.marginHeight = 28;
		layout.horizontalSpacing = 36;
		layout.verticalSpacing = 14;
		form.getBody().setLayout(layout);
		head();
		card(Messages.WelcomePart_quickTitle, Messages.WelcomePart_quick, QUICK, false);
		card(Messages.WelcomePart_studyTitle, Messages.WelcomePart_study, STUDY, true);
		pictures();
		Composite links = toolkit.createComposite(form.getBody());
		links.setLayout(new GridLayout());
		links.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		link(links, Messages.WelcomePart_newProject, this::newProject);
		link(links, Messages.WelcomePart_help, () -> PlatformUI.getWorkbench().getHelpSystem().displayHelp());
		link(links, Messages.WelcomePart_workbench, this::close);
		Themes.follow(form, () -> {
			toolkit.getHyperlinkGroup().setForeground(JFaceColors.getHyperlinkText(form.getDisplay()));
			toolkit.getHyperlinkGroup().setActiveForeground(JFaceColors.getActiveHyperlinkText(form.getDisplay()));
		});
	}

	private void head() {
		Composite head = toolkit.createComposite(form.getBody());
		head.setLayout(new GridLayout(2, false));
		head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		picture(head, "trainless-large").setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 1, 2)); //$NON-NLS-1$
		Label title = toolkit.createLabel(head, Messages.WelcomePart_title);
		title.setFont(JFaceResources.getHeaderFont());
		title.setLayoutData(new GridData(SWT.LEFT, SWT.BOTTOM, true, true));
		Label text = toolkit.createLabel(head, Messages.WelcomePart_text, SWT.WRAP);
		GridData wide = new GridData(SWT.FILL, SWT.TOP, true, true);
		wide.widthHint = 2 * TEXT_WIDTH;
		text.setLayoutData(wide);
	}

	private void card(String title, String text, String file, boolean needsData) {
		Composite card = toolkit.createComposite(form.getBody(), SWT.BORDER);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 18;
		layout.marginHeight = 16;
		layout.verticalSpacing = 10;
		card.setLayout(layout);
		card.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
		Label heading = toolkit.createLabel(card, title);
		heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.BANNER_FONT));
		heading.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, true, false, 3, 1));
		Label body = toolkit.createLabel(card, text, SWT.WRAP);
		GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 3, 1);
		wide.widthHint = TEXT_WIDTH;
		body.setLayoutData(wide);
		Button run = toolkit.createButton(card, Messages.WelcomePart_run, SWT.PUSH);
		run.setData("org.trainless.id", "run." + file); //$NON-NLS-1$ //$NON-NLS-2$
		run.addListener(SWT.Selection, e -> prepare(file, f -> {
			open(f);
			PlatformUI.getWorkbench().getService(Runs.class).start(f.getLocation().toFile().toPath());
		}));
		Button open = toolkit.createButton(card, Messages.WelcomePart_open, SWT.PUSH);
		open.setData("org.trainless.id", "open." + file); //$NON-NLS-1$ //$NON-NLS-2$
		open.addListener(SWT.Selection, e -> prepare(file, this::open));
		if (needsData) {
			Button data = toolkit.createButton(card, Messages.WelcomePart_data, SWT.PUSH);
			data.addListener(SWT.Selection,
					e -> PreferencesUtil
							.createPreferenceDialogOn(form.getShell(), "org.trainless.ui.preferences.variables", null, //$NON-NLS-1$
									null)
							.open());
		}
	}

	/** What one will see. */
	private void pictures() {
		Composite row = toolkit.createComposite(form.getBody());
		GridLayout layout = new GridLayout(3, true);
		layout.marginWidth = 0;
		layout.horizontalSpacing = 36;
		row.setLayout(layout);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		for (String name : List.of("welcome-watch", "welcome-understand", "welcome-survey")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			picture(row, name).setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
		}
		for (String caption : List.of(Messages.WelcomePart_watch, Messages.WelcomePart_understand,
				Messages.WelcomePart_survey)) {
			Label words = toolkit.createLabel(row, caption, SWT.WRAP | SWT.CENTER);
			GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
			wide.widthHint = TEXT_WIDTH / 2;
			words.setLayoutData(wide);
		}
	}

	private Label picture(Composite parent, String name) {
		Label label = toolkit.createLabel(parent, ""); //$NON-NLS-1$
		ResourceLocator.imageDescriptorFromBundle("org.trainless.rcp", "icons/" + name + ".svg").ifPresent(d -> { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Image image = d.createImage(form.getDisplay());
			label.setImage(image);
			label.addDisposeListener(e -> image.dispose());
		});
		return label;
	}

	private void link(Composite parent, String text, Runnable action) {
		Hyperlink link = toolkit.createHyperlink(parent, text, SWT.NONE);
		link.addHyperlinkListener(new HyperlinkAdapter() {
			@Override
			public void linkActivated(HyperlinkEvent event) {
				action.run();
			}
		});
	}

	private IWorkbenchWindow window() {
		return getIntroSite().getWorkbenchWindow();
	}

	private void close() {
		window().getWorkbench().getIntroManager().closeIntro(this);
	}

	private void newProject() {
		try {
			var wizard = PlatformUI.getWorkbench().getNewWizardRegistry().findWizard("org.trainless.ui.newProject") //$NON-NLS-1$
					.createWizard();
			wizard.init(PlatformUI.getWorkbench(), org.eclipse.jface.viewers.StructuredSelection.EMPTY);
			new org.eclipse.jface.wizard.WizardDialog(form.getShell(), wizard).open();
			close();
		} catch (CoreException e) {
			ILog.of(WelcomePart.class).log(e.getStatus());
		}
	}

	/** Writes the example into a project, then goes on in the UI thread. */
	private void prepare(String name, Consumer<IFile> then) {
		Display display = form.getDisplay();
		WorkspaceJob job = new WorkspaceJob(Messages.WelcomePart_preparing) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
				Examples.createProject(project, monitor);
				IFile wanted = project.getFile(name);
				try {
					// not the other too: it may need data that nobody has spoken of yet
					for (Examples.Example example : Examples.all()) {
						if (example.file().equals(name)) {
							Examples.write(example, project, monitor);
						}
					}
				} catch (IOException e) {
					throw Examples.unreadable(e);
				}
				display.asyncExec(() -> {
					close();
					// an editor that comes while its area is still hidden would stay behind what an empty area shows
					display.asyncExec(() -> then.accept(wanted));
				});
				return Status.OK_STATUS;
			}
		};
		job.setRule(ResourcesPlugin.getWorkspace().getRoot());
		job.schedule();
	}

	private void open(IFile file) {
		try {
			IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), file);
		} catch (PartInitException e) {
			ILog.of(WelcomePart.class).log(e.getStatus());
		}
	}

	@Override
	public void standbyStateChanged(boolean standby) {
		// the page is the same in a corner: it scrolls
	}

	@Override
	public void setFocus() {
		form.setFocus();
	}

	@Override
	public void dispose() {
		toolkit.dispose();
		super.dispose();
	}
}
