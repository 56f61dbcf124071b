# Copyright (c) 2026 Trainless contributors
# SPDX-License-Identifier: EPL-2.0
"""Evaluates a cell for each line of standard input: a way and the cell's text. Answers with seconds by the clock, seconds
of processor time of all threads, and the score. The only argument is the number of threads. Ends with its input.
"""
import sys
import time

import torch

import proxies

IMAGES = 128


def main():
    torch.set_num_threads(int(sys.argv[1]))
    torch.manual_seed(0)
    images = torch.randn(IMAGES, 3, 32, 32)
    ways = {
        'naswot-by-type': lambda cell: proxies.naswot(cell, images, by_class_name=False),
        'naswot-by-class-name': lambda cell: proxies.naswot(cell, images, by_class_name=True),
        'synflow': proxies.synflow,
    }
    print('ready', sys.version.split()[0], torch.__version__, torch.get_num_threads(), flush=True)
    for line in sys.stdin:
        way, cell = line.split()
        processor = time.process_time()
        begin = time.perf_counter()
        score = ways[way](cell)
        seconds = time.perf_counter() - begin
        print('spent', seconds, time.process_time() - processor, score, flush=True)


main()
