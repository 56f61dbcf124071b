/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import java.nio.file.Path;

/**
 * A view whose picture can be copied and saved; the commands of pictures serve the active one. To be used in the UI
 * thread.
 *
 * @since 0.1
 */
public interface PictureSource {
	/**
	 * Puts the picture on the clipboard, as it looks; it is there a little later.
	 */
	void copyPicture();

	/**
	 * Saves the picture for print, on a light ground. The view tells when it is there, or why it is not.
	 *
	 * @param file where to; SVG, or PNG when its name ends so
	 */
	void savePicture(Path file);

	/**
	 * @return name of the file, without its ending, when nobody gives one
	 */
	String pictureName();
}
