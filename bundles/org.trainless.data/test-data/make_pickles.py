# Copyright (c) 2026 Trainless contributors
# SPDX-License-Identifier: EPL-2.0
"""Makes the pickles of this folder with real CPython and NumPy (they were made with 3.11.7 and 2.4.6).

Pixel j of image i is (31 * i + 7 * j) % 256; label i of CIFAR is (3 * i + 1) % 10.
"""
import io
import os
import pickle
import struct
from collections import OrderedDict

import numpy as np

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pickles")


def pixels(images, size):
    i = np.arange(images)[:, None]
    j = np.arange(size)[None, :]
    return ((31 * i + 7 * j) % 256).astype(np.uint8)


class Python2Pickler(pickle._Pickler):
    """Writes texts and bytes as Python 2 wrote its strings, and NumPy's globals under their old names."""

    dispatch = dict(pickle._Pickler.dispatch)

    def save_bytes2(self, data):
        if len(data) < 256:
            self.write(pickle.SHORT_BINSTRING + bytes([len(data)]) + data)
        else:
            self.write(pickle.BINSTRING + struct.pack("<i", len(data)) + data)
        self.memoize(data)

    dispatch[bytes] = save_bytes2
    dispatch[str] = lambda self, text: self.save_bytes2(text.encode("latin1"))

    def save_global2(self, obj, name=None):
        module = obj.__module__.replace("numpy._core", "numpy.core")
        self.write(pickle.GLOBAL + ("%s\n%s\n" % (module, name or obj.__name__)).encode())
        self.memoize(obj)

    dispatch[type] = save_global2
    dispatch[type(len)] = save_global2
    dispatch[type(pixels)] = save_global2

    def save_reduce(self, *args, **kwargs):
        super().save_reduce(*args, **kwargs)


def write(name, value, protocol):
    with open(os.path.join(OUT, name), "wb") as out:
        pickle.dump(value, out, protocol)


def write2(name, value):
    buffer = io.BytesIO()
    Python2Pickler(buffer, 2).dump(value)
    with open(os.path.join(OUT, name), "wb") as out:
        out.write(buffer.getvalue())


def main():
    os.makedirs(OUT, exist_ok=True)
    labels = [(3 * i + 1) % 10 for i in range(3)]
    cifar = OrderedDict(batch_label="training batch 1 of 5", labels=labels, data=pixels(3, 3072),
                        filenames=["a.png", "b.png", "c.png"])
    for protocol in (2, 3, 4, 5):
        write("cifar10-protocol%d" % protocol, dict(cifar), protocol)
    write2("cifar10-python2", dict(cifar))
    write("cifar10-numpy-labels", dict(data=cifar["data"], labels=np.array(labels, dtype=np.int64)), 4)
    write("cifar10-scalar-labels", dict(data=cifar["data"], labels=[np.int64(label) for label in labels]), 4)
    write("cifar10-wrong-width", dict(data=pixels(3, 1024), labels=labels), 4)
    write("cifar10-fortran", dict(data=np.asfortranarray(cifar["data"]), labels=labels), 4)
    write("cifar10-float", dict(data=cifar["data"].astype(np.float32), labels=labels), 4)
    write("cifar10-lost-label", dict(data=cifar["data"], labels=labels[:2]), 4)
    write("cifar10-bad-label", dict(data=cifar["data"], labels=[1, 10, 2]), 4)
    write("cifar10-objects", dict(data=np.array([None, {}, 1], dtype=object), labels=labels), 4)
    write("cifar100-protocol4", dict(data=cifar["data"], fine_labels=[99, 0, 42], coarse_labels=[19, 0, 2]), 4)
    write2("imagenet16-python2", dict(data=pixels(6, 768), labels=[1, 120, 121, 1000, 2, 119]))
    write("values", OrderedDict([
        ("none", None), ("true", True), ("int", 7), ("negative", -70000), ("long", 2 ** 40), ("huge", 2 ** 80),
        ("float", 0.1), ("text", "Zürich ≤ 東京"), ("list", [1, [2, [3]]]), ("tuples", {("a", 1): "x", ("b", 2): "y"}),
        ("double", np.float64(0.1)), ("single", np.float32(0.5)), ("byte", np.uint8(200)), ("bool", np.bool_(True)),
        ("big-endian", np.array([1, 2, 300], dtype=">i4")), ("empty-set", set()), ("set", {1, 2}), ("bytes", b"\0\xff"),
        ("matrix", np.arange(6, dtype=np.int16).reshape(2, 3))]), 4)


if __name__ == "__main__":
    main()
