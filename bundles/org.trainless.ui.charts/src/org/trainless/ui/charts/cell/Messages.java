/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import org.eclipse.osgi.util.NLS;

/** Words for people. */
final class Messages extends NLS {
	public static String OperationLook_none;
	public static String OperationLook_skip;
	public static String OperationLook_conv1;
	public static String OperationLook_conv3;
	public static String OperationLook_pool;
	public static String CellDrawing_dead;
	public static String CellDrawing_different;
	public static String CellDrawing_input;
	public static String CellDrawing_output;
	public static String CellCanvas_title;
	public static String CellCanvas_pinned;
	public static String CellCanvas_edge;
	public static String CellCanvas_deadEdge;
	public static String CellCanvas_choice;
	public static String CellFacts_architecture;
	public static String CellFacts_network;
	public static String CellFacts_scores;
	public static String CellFacts_stored;
	public static String CellFacts_storedScore;
	public static String CellFacts_storedScoreHover;
	public static String CellFacts_noStore;
	public static String CellFacts_forTask;
	public static String CellFacts_classes;
	public static String CellLookup_task;
	public static String CellFacts_accuracy;
	public static String CellFacts_index;
	public static String CellFacts_string;
	public static String CellFacts_representative;
	public static String CellFacts_accuracyOf;
	public static String CellFacts_unknown;
	public static String CellFacts_scoreOf;
	public static String CellFacts_oneSeed;
	public static String CellFacts_severalSeeds;
	public static String CellFacts_yes;
	public static String CellFacts_no;
	public static String CellView_name;
	public static String CellView_empty;
	public static String CellView_text;
	public static String CellView_hint;
	public static String CellView_read;
	public static String CellView_facts;
	public static String CellView_property;
	public static String CellView_value;
	public static String CellView_pinnedValue;
	public static String CellView_different;
	public static String CellActions_pin;
	public static String CellActions_pinHelp;
	public static String CellActions_back;
	public static String CellActions_forward;
	public static String CellActions_copy;
	public static String CellActions_copyText;
	public static String CellActions_paste;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
