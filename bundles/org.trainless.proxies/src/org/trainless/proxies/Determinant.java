/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

/**
 * Determinants too large for a {@code double}.
 */
final class Determinant {
	private Determinant() {
	}

	/**
	 * By Gaussian elimination with partial pivoting, as LAPACK's {@code getrf} and so numpy's {@code slogdet}.
	 *
	 * @param matrix square; destroyed
	 * @return ln|det|, −∞ for a pivot of zero
	 */
	static double logAbsolute(double[][] matrix) {
		int n = matrix.length;
		double sum = 0;
		for (int k = 0; k < n; k++) {
			int pivot = k;
			for (int i = k + 1; i < n; i++) {
				if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) {
					pivot = i;
				}
			}
			double[] row = matrix[pivot];
			matrix[pivot] = matrix[k];
			matrix[k] = row;
			if (row[k] == 0) {
				return Double.NEGATIVE_INFINITY;
			}
			// the same on all machines, which share scores
			sum += StrictMath.log(Math.abs(row[k]));
			for (int i = k + 1; i < n; i++) {
				double factor = matrix[i][k] / row[k];
				if (factor != 0) {
					for (int j = k + 1; j < n; j++) {
						matrix[i][j] -= factor * row[j];
					}
				}
			}
		}
		return sum;
	}
}
