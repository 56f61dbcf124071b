# Copyright (c) 2026 Trainless contributors
# SPDX-License-Identifier: EPL-2.0
"""The network that the study's NASWOT is computed on: NATS-Bench's TinyNetwork, as xautodl builds it.

Stages of 16, 32 and 64 channels with five cells each, a residual block of stride 2 between them. Modules are made in
the order in which data flows, so that modules() gives convolutions in the order of the benchmark's definition.
"""
from torch import nn

CHANNELS = (16, 32, 64)
CELLS = 5
CLASSES = 10


def parse(cell):
    """Names of operations by node: '|a~0|+|b~0|c~1|' gives [[(a, 0)], [(b, 0), (c, 1)]]."""
    nodes = []
    for node in cell.split('+'):
        edges = (edge.split('~') for edge in node.strip('|').split('|'))
        nodes.append([(operation, int(source)) for operation, source in edges])
    return nodes


class ReLUConvBN(nn.Module):
    """Its name holds 'ReLU', which is what hooks by class name look for."""

    def __init__(self, inputs, outputs, kernel, stride=1):
        super().__init__()
        self.op = nn.Sequential(
            nn.ReLU(inplace=False),
            nn.Conv2d(inputs, outputs, kernel, stride=stride, padding=kernel // 2, bias=False),
            nn.BatchNorm2d(outputs))

    def forward(self, x):
        return self.op(x)


class Zero(nn.Module):
    def forward(self, x):
        return x.mul(0.0)


OPERATIONS = {
    'none': lambda channels: Zero(),
    'skip_connect': lambda channels: nn.Identity(),
    'avg_pool_3x3': lambda channels: nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
    'nor_conv_1x1': lambda channels: ReLUConvBN(channels, channels, 1),
    'nor_conv_3x3': lambda channels: ReLUConvBN(channels, channels, 3),
}


class Cell(nn.Module):
    def __init__(self, nodes, channels):
        super().__init__()
        self.layers = nn.ModuleList()
        self.nodes = []
        for edges in nodes:
            self.nodes.append([(len(self.layers) + e, source) for e, (_, source) in enumerate(edges)])
            self.layers.extend(OPERATIONS[operation](channels) for operation, _ in edges)

    def forward(self, x):
        values = [x]
        for edges in self.nodes:
            values.append(sum(self.layers[layer](values[source]) for layer, source in edges))
        return values[-1]


class Reduction(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.first = ReLUConvBN(inputs, outputs, 3, stride=2)
        self.second = ReLUConvBN(outputs, outputs, 3)
        self.shortcut = nn.Sequential(
            nn.AvgPool2d(2, stride=2), nn.Conv2d(inputs, outputs, 1, bias=False))

    def forward(self, x):
        return self.shortcut(x) + self.second(self.first(x))


class TinyNetwork(nn.Module):
    def __init__(self, cell):
        super().__init__()
        nodes = parse(cell)
        self.stem = nn.Sequential(nn.Conv2d(3, CHANNELS[0], 3, padding=1, bias=False), nn.BatchNorm2d(CHANNELS[0]))
        self.blocks = nn.ModuleList()
        before = CHANNELS[0]
        for channels in CHANNELS:
            if channels != before:
                self.blocks.append(Reduction(before, channels))
            self.blocks.extend(Cell(nodes, channels) for _ in range(CELLS))
            before = channels
        self.last = nn.Sequential(nn.BatchNorm2d(before), nn.ReLU(inplace=True))
        self.pooling = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Linear(before, CLASSES)

    def forward(self, x):
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        features = self.pooling(self.last(x)).flatten(1)
        return features, self.classifier(features)
