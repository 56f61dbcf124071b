/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.help.reference;

/** Builds a page; text is escaped, so that no declaration can break it. */
final class HtmlPage {
	private final StringBuilder html = new StringBuilder();

	HtmlPage(String title) {
		html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n<title>") //$NON-NLS-1$
				.append(escaped(title))
				.append("</title>\n<link rel=\"stylesheet\" href=\"../html/help.css\">\n</head>\n<body>\n"); //$NON-NLS-1$
		element("h1", title); //$NON-NLS-1$
	}

	static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
	}

	HtmlPage element(String name, String text) {
		html.append('<').append(name).append('>').append(escaped(text)).append("</").append(name).append(">\n"); //$NON-NLS-1$ //$NON-NLS-2$
		return this;
	}

	/** A heading that can be linked to by its id. */
	HtmlPage heading(String level, String id, String text) {
		html.append('<').append(level).append(" id=\"").append(escaped(id)).append("\">").append(escaped(text)) //$NON-NLS-1$ //$NON-NLS-2$
				.append(" <span class=\"id\"><code>").append(escaped(id)).append("</code></span></").append(level) //$NON-NLS-1$ //$NON-NLS-2$
				.append(">\n"); //$NON-NLS-1$
		return this;
	}

	/** One entry of a list: a key, facts about it, what it means. */
	HtmlPage entry(String key, String facts, String description) {
		html.append("<dt><code>").append(escaped(key)).append("</code> <span class=\"fact\">").append(escaped(facts)) //$NON-NLS-1$ //$NON-NLS-2$
				.append("</span></dt>\n"); //$NON-NLS-1$
		return element("dd", description); //$NON-NLS-1$
	}

	HtmlPage link(String before, String address, String text) {
		html.append("<p>").append(escaped(before)).append("<a href=\"").append(escaped(address)).append("\">") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.append(escaped(text)).append("</a></p>\n"); //$NON-NLS-1$
		return this;
	}

	HtmlPage raw(String markup) {
		html.append(markup).append('\n');
		return this;
	}

	String end() {
		return html.append("</body>\n</html>\n").toString(); //$NON-NLS-1$
	}
}
