/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.views.IViewDescriptor;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All that opens for the first time in a session, when classes are loaded and pictures are made. This class is the
 * first that runs, because nothing is opened for the first time twice.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FreezeGuard.class)
class OpeningTest {
	private static boolean shown(String name) {
		return Window.find(Window.shell(), c -> name.equals(c.getData("org.trainless.id"))).isPresent();
	}

	@AfterAll
	static void close() {
		Window.page().closeAllEditors(false);
	}

	@Test
	@Order(1)
	void theFirstExperimentOpensWithoutAFreeze() {
		Window.shell().setSize(1400, 900);
		PlatformUI.getWorkbench().getIntroManager().showIntro(PlatformUI.getWorkbench().getActiveWorkbenchWindow(),
				false);
		Window.until("the welcome page", () -> shown("open.quickstart.nas.yaml"));
		Window.click(Window.named(Button.class, "open.quickstart.nas.yaml"));
		Window.until("the form is filled", () -> shown("field:name") && shown("field:searches.0.proxy"));
		Window.until("the source page is made", () -> shown("source"));
		assertNotNull(Window.page().getActiveEditor());
	}

	@Test
	@Order(2)
	void everyViewOpensWithoutAFreeze() throws PartInitException {
		List<String> opened = new ArrayList<>();
		for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
			if (view.getId().startsWith("org.trainless.")) {
				Window.page().showView(view.getId());
				Window.settle();
				opened.add(view.getId());
			}
		}
		assertTrue(opened.size() >= 6, opened.toString());
	}

	@Test
	@Order(3)
	void everyWizardOpensWithoutAFreeze() throws CoreException {
		IWizardDescriptor[] wizards = PlatformUI.getWorkbench().getNewWizardRegistry().findCategory("org.trainless.ui")
				.getWizards();
		assertEquals(2, wizards.length);
		for (IWizardDescriptor descriptor : wizards) {
			INewWizard wizard = (INewWizard) descriptor.createWizard();
			wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
			WizardDialog dialog = new WizardDialog(Window.shell(), wizard);
			dialog.setBlockOnOpen(false);
			dialog.open();
			Window.settle();
			dialog.close();
		}
	}

	@Test
	@Order(4)
	void everyPreferencePageOpensWithoutAFreeze() {
		int opened = 0;
		for (IPreferenceNode node : PlatformUI.getWorkbench().getPreferenceManager()
				.getElements(PreferenceManager.PRE_ORDER)) {
			if (node.getId().startsWith("org.trainless.")) {
				var dialog = PreferencesUtil.createPreferenceDialogOn(Window.shell(), node.getId(), null, null);
				dialog.setBlockOnOpen(false);
				dialog.open();
				Window.settle();
				dialog.close();
				opened++;
			}
		}
		assertEquals(2, opened);
	}
}
