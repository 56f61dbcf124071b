# Copyright (c) 2026 Trainless contributors
# SPDX-License-Identifier: EPL-2.0
"""Holds the study's computation to an independent one: cells with weights by a formula, and what must come out.

The argument is the folder of the oracle; its README describes the formula. Ends with status 1 when something differs.
"""
import json
import math
import pathlib
import sys

import numpy
import torch
from torch import nn

import nas201_model
import proxies
import tiny_network

IMAGES = 16
TOLERANCE = 1e-9


def uniform(first, count):
    """Splitmix64 of the counters from the first on, as numbers from 0 to 1."""
    z = numpy.arange(first, first + count, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
    z = (z ^ z >> numpy.uint64(30)) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ z >> numpy.uint64(27)) * numpy.uint64(0x94D049BB133111EB)
    return ((z ^ z >> numpy.uint64(31)) >> numpy.uint64(11)) * 2.0 ** -53


class Formula:
    def __init__(self):
        self.next = 1

    def take(self, shape, limit):
        values = (2 * uniform(self.next, math.prod(shape)) - 1) * limit
        self.next += values.size
        return torch.from_numpy(values.astype(numpy.float32).reshape(shape))

    def fill(self, layers):
        with torch.no_grad():
            for layer in layers:
                outputs, inputs, *kernel = layer.weight.shape
                area = math.prod(kernel)
                layer.weight.copy_(self.take(layer.weight.shape, math.sqrt(6 / ((inputs + outputs) * area))))
                if isinstance(layer, nn.Linear):
                    layer.bias.zero_()
                elif layer.bias is not None:
                    layer.bias.copy_(self.take(layer.bias.shape, 1 / math.sqrt(inputs * area)))


def convolutions(module):
    return [m for m in module.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]


def used(network):
    """Layers that the cell uses, in the order of the data."""
    layers = convolutions(network.stem)
    for block in network.blocks:
        parts = block.chosen() if isinstance(block, nas201_model.MaskedCell) else [block]
        layers.extend(layer for part in parts for layer in convolutions(part))
    return layers + [network.classifier]


def images():
    pixels = 2 * uniform(2 ** 40, IMAGES * 3 * 32 * 32) - 1
    return torch.from_numpy(pixels.astype(numpy.float32).reshape(IMAGES, 3, 32, 32)).double()


def kernel(cell, by_class_name):
    network = tiny_network.TinyNetwork(cell)
    Formula().fill(convolutions(network))
    network.double().train()
    result = proxies.Kernel(IMAGES, by_class_name)
    result.hook(network)
    logits = network(images())[1]
    return result, logits[0].detach().numpy()


def synflow(cell):
    network = nas201_model.Nas201Model(cell).without_normalisation()
    Formula().fill(used(network))
    return math.log1p(sum(torch.sum(layer).item() for layer in proxies.flow(network.double())))


def determinant(matrix):
    """Rows of images with the same signs throughout make it singular, which rounding may hide."""
    return -math.inf if len(numpy.unique(matrix, axis=0)) < len(matrix) else numpy.linalg.slogdet(matrix)[1]


def verify(expected):
    cell = expected['architecture']
    by_type, logits = kernel(cell, by_class_name=False)
    by_name, _ = kernel(cell, by_class_name=True)
    checks = {
        'relus': by_type.hooks,
        'hooks_class_name': by_name.hooks,
        'naswot_module': determinant(by_type.matrix),
        'naswot_class_name': determinant(by_name.matrix),
        'kernel_row0': by_type.matrix[0],
        'kernel_sum': by_type.matrix.sum(),
        'logits_image0': logits,
        'synflow_reductions': synflow(cell),
    }
    wrong = []
    for name, value in checks.items():
        should = numpy.array(expected[name], dtype=float)
        if not numpy.allclose(value, should, rtol=TOLERANCE, atol=TOLERANCE):
            wrong.append(f'{name}: {value} instead of {should}')
    print('equal' if not wrong else 'WRONG', cell, *wrong)
    return not wrong


def main():
    oracle = json.loads((pathlib.Path(sys.argv[1]) / 'oracle.json').read_text())
    assert numpy.allclose(2 * uniform(1, 3) - 1, oracle['first_weights'], rtol=0, atol=1e-15)
    results = [verify(cell) for cell in oracle['cells']]
    print(f'{sum(results)} of {len(results)} cells as they should be, torch {torch.__version__}')
    sys.exit(not all(results))


main()
