# Copyright (c) 2026 Trainless contributors
# SPDX-License-Identifier: EPL-2.0
"""NASWOT and SynFlow as the study's notebooks compute them, from the network's construction to the score."""
import numpy
import torch
from torch import nn

from nas201_model import Nas201Model
from tiny_network import TinyNetwork


def xavier(network):
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.xavier_normal_(module.weight)


class Kernel:
    """Agreement of signs between images, summed over all ReLUs that are hooked."""

    def __init__(self, images, by_class_name):
        self.matrix = numpy.zeros((images, images))
        self.by_class_name = by_class_name
        self.hooks = 0

    def hook(self, network):
        for module in network.modules():
            if 'ReLU' in str(type(module)) if self.by_class_name else isinstance(module, nn.ReLU):
                module.register_forward_hook(self.add)
                self.hooks += 1

    def add(self, module, inputs, output):
        flat = inputs[0].view(inputs[0].size(0), -1)
        x = (flat > 0).float()
        both = x @ x.t()
        neither = (1. - x) @ (1. - x.t())
        self.matrix = self.matrix + both.cpu().numpy() + neither.cpu().numpy()

    def score(self):
        return numpy.linalg.slogdet(self.matrix)[1]


def naswot(cell, images, by_class_name):
    """BatchNorm in train mode, the graph for gradients is built, as in the study."""
    network = TinyNetwork(cell)
    xavier(network)
    kernel = Kernel(images.size(0), by_class_name)
    kernel.hook(network)
    network.train()
    network(images)
    return kernel.score()


def linearize(network):
    signs = {}
    with torch.no_grad():
        for name, values in network.state_dict().items():
            signs[name] = torch.sign(values)
            values.abs_()
    return signs


def nonlinearize(network, signs):
    with torch.no_grad():
        for name, values in network.state_dict().items():
            values.mul_(signs[name])


def flow(network):
    """|w * dw| of each layer, of a network in 64 bits."""
    signs = linearize(network)
    network.zero_grad()
    output = network(torch.ones(1, 3, 32, 32, dtype=torch.float64))
    torch.sum(output).backward()
    products = []
    for layer in network.modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            weight = layer.weight
            products.append(torch.zeros_like(weight) if weight.grad is None else torch.abs(weight * weight.grad))
    nonlinearize(network, signs)
    return products


def synflow(cell):
    network = Nas201Model(cell).without_normalisation().double()
    return numpy.log1p(sum(torch.sum(layer).item() for layer in flow(network)))
