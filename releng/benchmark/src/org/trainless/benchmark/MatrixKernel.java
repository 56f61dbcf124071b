/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import org.trainless.api.proxy.ReluSite;
import org.trainless.engine.pass.PreActivations;
import org.trainless.engine.torch.Tensors;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * NASWOT's kernel as its authors and the study compute it: x xᵀ + (1−x)(1−x)ᵀ by two products of 32-bit matrices.
 */
final class MatrixKernel implements PreActivations {
	private final double[] kernel;
	private final int images;
	private final boolean byClassName;

	/** @param byClassName whether a ReLU counts as often as its name is found in class names */
	MatrixKernel(int images, boolean byClassName) {
		this.images = images;
		this.byClassName = byClassName;
		this.kernel = new double[images * images];
	}

	@Override
	public void read(ReluSite site, PtNDArray x) {
		for (int hook = 0; hook < (byClassName ? site.classNameMatches() : site.modules()); hook++) {
			add(x);
		}
	}

	private void add(PtNDArray x) {
		try (PtNDArray flat = JniUtils.reshape(x, new long[] { images, -1 });
				PtNDArray zeros = JniUtils.zerosLike(flat, DataType.FLOAT32, flat.getDevice(), flat.getSparseFormat());
				PtNDArray above = JniUtils.gt(flat, zeros);
				PtNDArray ones = JniUtils.to(above, DataType.FLOAT32, flat.getDevice());
				PtNDArray all = JniUtils.onesLike(ones, DataType.FLOAT32, flat.getDevice(), flat.getSparseFormat());
				PtNDArray others = JniUtils.sub(all, ones)) {
			addProduct(ones);
			addProduct(others);
		}
	}

	private void addProduct(PtNDArray x) {
		try (PtNDArray transposed = JniUtils.transpose(x, 0, 1); PtNDArray product = JniUtils.matmul(x, transposed)) {
			float[] values = new float[kernel.length];
			Tensors.memory(product).asFloatBuffer().get(values);
			for (int i = 0; i < values.length; i++) {
				kernel[i] += values[i];
			}
		}
	}

	double trace() {
		double sum = 0;
		for (int i = 0; i < images; i++) {
			sum += kernel[i * images + i];
		}
		return sum;
	}
}
