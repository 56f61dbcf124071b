/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.List;

import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.theme.SystemColours;

/** Sets the workbench up, and puts it away without losing anything. */
final class TrainlessWorkbenchAdvisor extends WorkbenchAdvisor {
	private static final String PERSPECTIVE = "org.trainless.ui.perspective"; //$NON-NLS-1$
	private static final String IDE_BUNDLE = "org.eclipse.ui.ide"; //$NON-NLS-1$

	/** Preferences that come with bundles of the platform, of things that are not in this workbench. */
	private static final List<String> UNRELATED = List.of("org.eclipse.team.ui.TeamPreferences", //$NON-NLS-1$
			"org.eclipse.swtchart.extensions.preferences.preferencePage", //$NON-NLS-1$
			"org.eclipse.ui.internal.console.ansi.preferences.AnsiConsolePreferencePage"); //$NON-NLS-1$

	private final Splash splash;

	TrainlessWorkbenchAdvisor(Splash splash) {
		this.splash = splash;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		configurer.setSaveAndRestore(true);
		SystemColours.follow(Display.getCurrent());
		IDE.registerAdapters();
		Bundle ide = Platform.getBundle(IDE_BUNDLE);
		image(configurer, ide, IDE.SharedImages.IMG_OBJ_PROJECT, "icons/full/obj16/prj_obj.svg"); //$NON-NLS-1$
		image(configurer, ide, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "icons/full/obj16/cprj_obj.svg"); //$NON-NLS-1$
		image(configurer, ide, IDE.SharedImages.IMG_OBJS_TASK_TSK, "icons/full/obj16/taskmrk_tsk.svg"); //$NON-NLS-1$
		image(configurer, ide, "IMG_OBJS_ERROR_PATH", "icons/full/obj16/error_tsk.svg"); //$NON-NLS-1$ //$NON-NLS-2$
		image(configurer, ide, "IMG_OBJS_WARNING_PATH", "icons/full/obj16/warn_tsk.svg"); //$NON-NLS-1$ //$NON-NLS-2$
		image(configurer, ide, "IMG_OBJS_INFO_PATH", "icons/full/obj16/info_tsk.svg"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The problems view and the navigator take these images from whoever is the application. */
	private static void image(IWorkbenchConfigurer configurer, Bundle bundle, String name, String path) {
		URL url = FileLocator.find(bundle, IPath.fromPortableString(path), null);
		if (url != null) {
			configurer.declareImage(name, ImageDescriptor.createFromURL(url), true);
		}
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return PERSPECTIVE;
	}

	@Override
	public IAdaptable getDefaultPageInput() {
		return ResourcesPlugin.getWorkspace().getRoot();
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new TrainlessWindowAdvisor(configurer, splash);
	}

	@Override
	public void postStartup() {
		splash.close();
		UNRELATED.forEach(PlatformUI.getWorkbench().getPreferenceManager()::remove);
	}

	/** A run that goes on is asked about; it would end with the workbench, to be completed later. */
	@Override
	public boolean preShutdown() {
		Job[] runs = Job.getJobManager().find(RunJob.FAMILY);
		if (runs.length > 0 && !MessageDialog.openConfirm(null, Messages.TrainlessWorkbenchAdvisor_runsTitle,
				Messages.TrainlessWorkbenchAdvisor_runs)) {
			return false;
		}
		Job.getJobManager().cancel(RunJob.FAMILY);
		return super.preShutdown();
	}

	@Override
	public void postShutdown() {
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		try {
			new ProgressMonitorDialog(null).run(true, false, monitor -> {
				try {
					Job.getJobManager().join(RunJob.FAMILY, null);
					IStatus status = workspace.save(true, monitor);
					if (!status.isOK()) {
						ILog.of(TrainlessWorkbenchAdvisor.class).log(status);
					}
				} catch (CoreException e) {
					throw new InvocationTargetException(e);
				}
			});
		} catch (InvocationTargetException e) {
			ILog.of(TrainlessWorkbenchAdvisor.class).error(Messages.TrainlessWorkbenchAdvisor_notSaved, e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		super.postShutdown();
	}
}
