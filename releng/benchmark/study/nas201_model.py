# Copyright (c) 2026 Trainless contributors
# SPDX-License-Identifier: EPL-2.0
"""The network that the study's SynFlow is computed on: NAS201Model, as zero-cost-nas builds it.

All five operations are built on each edge of each cell; a mask says which one is run. Convolutions of cells have a
bias. Without batch normalisation the stem, the cells and the top lose theirs, the reductions keep theirs.
"""
from torch import nn

from tiny_network import CELLS, CHANNELS, CLASSES, Reduction, Zero, parse

ORDER = ('none', 'skip_connect', 'nor_conv_1x1', 'nor_conv_3x3', 'avg_pool_3x3')


def normalisation(channels, wanted, affine=True):
    return [nn.BatchNorm2d(channels, affine=affine)] if wanted else []


class ReLUConv(nn.Module):
    def __init__(self, channels, kernel, bn):
        super().__init__()
        self.op = nn.Sequential(
            nn.ReLU(inplace=False),
            nn.Conv2d(channels, channels, kernel, padding=kernel // 2, bias=True),
            *normalisation(channels, bn, affine=False))

    def forward(self, x):
        return self.op(x)


def build(operation, channels, bn):
    if operation == 'none':
        return Zero()
    if operation == 'skip_connect':
        return nn.Identity()
    if operation == 'avg_pool_3x3':
        return nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False)
    return ReLUConv(channels, 1 if operation == 'nor_conv_1x1' else 3, bn)


class MaskedCell(nn.Module):
    def __init__(self, nodes, channels, bn):
        super().__init__()
        self.sources = [[source for _, source in edges] for edges in nodes]
        self.options = nn.ModuleList()
        self.mask = []
        for edges in nodes:
            for chosen, _ in edges:
                self.options.extend(build(operation, channels, bn) for operation in ORDER)
                self.mask.extend(operation == chosen for operation in ORDER)

    def forward(self, x):
        values = [x]
        option = 0
        for sources in self.sources:
            parts = []
            for source in sources:
                for _ in ORDER:
                    if self.mask[option]:
                        parts.append(self.options[option](values[source]))
                    option += 1
            values.append(sum(parts))
        return values[-1]

    def chosen(self):
        return [option for option, used in zip(self.options, self.mask) if used]


class Nas201Model(nn.Module):
    def __init__(self, cell, bn=True):
        super().__init__()
        self.cell = cell
        nodes = parse(cell)
        self.stem = nn.Sequential(
            nn.Conv2d(3, CHANNELS[0], 3, padding=1, bias=False), *normalisation(CHANNELS[0], bn))
        self.blocks = nn.ModuleList()
        before = CHANNELS[0]
        for channels in CHANNELS:
            if channels != before:
                self.blocks.append(Reduction(before, channels))
            self.blocks.extend(MaskedCell(nodes, channels, bn) for _ in range(CELLS))
            before = channels
        self.top = nn.Sequential(*normalisation(before, bn), nn.ReLU(inplace=True))
        self.pooling = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Linear(before, CLASSES)

    def without_normalisation(self):
        """A second network, built anew, with this one's weights."""
        copy = Nas201Model(self.cell, bn=False)
        copy.load_state_dict(self.state_dict(), strict=False)
        return copy.train()

    def forward(self, x):
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        return self.classifier(self.pooling(self.top(x)).flatten(1))
