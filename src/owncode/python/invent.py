"""Values for arguments that nothing but a name tells of, as Python to be shown."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

from ..copied import walk
from .functions import INPUT, PENALTY, RATE, SIZE_HIDDEN, SIZE_IN, SIZE_OUT, SIZES, TARGET

_NUMBERED = re.compile(r"^(w|weights?|theta|b|bias(?:es)?|gamma|beta|u|v)_?(\d*)$", re.I)


class Config:
    """How the samples lie, how many there are, and of what kind the targets are."""

    def __init__(self, rows, samples, target, bias, outputs=3):
        self.rows, self.samples, self.target, self.bias = rows, samples, target, bias
        self.sizes = [4, 5, 1 if target in ("binary", "flat", "real-flat") else outputs]

    def x(self, size=None):
        size = self.sizes[0] if size is None else size
        if self.bias == "vector":
            return "np.random.randn(%d)" % size
        shape = (self.samples, size) if self.rows else (size, self.samples)
        return "np.random.randn(%d, %d)" % shape

    def y(self, size=None):
        size = self.sizes[-1] if size is None else size
        if self.target == "labels":
            return "np.random.randint(0, %d, %d)" % (max(2, size), self.samples)
        if self.target == "flat":
            return "(np.arange(%d) %% 2) * 1.0" % self.samples
        if self.bias == "vector":
            return "np.eye(%d)[1]" % size if size > 1 else "np.array([1.0])"
        if self.target == "binary" or size == 1:
            # Both classes: with one alone the other's half of a loss is not seen.
            shape = (self.samples, 1) if self.rows else (1, self.samples)
            return "(np.arange(%d).reshape(%d, %d) %% 2) * 1.0" % (self.samples, *shape)
        text = "np.eye(%d)[np.random.randint(0, %d, %d)]" % (size, size, self.samples)
        return text if self.rows else text + ".T"

    def bias_shape(self, size):
        return {"flat": "%d", "vector": "%d", "row": "1, %d", "column": "%d, 1"}[self.bias] % size

    def parameter(self, name, top=2):
        """`W2`, `b1` …: an array by the number in its name; None for another name."""
        found = _NUMBERED.match(name)
        if not found:
            return None
        kind, number = found.group(1).lower()[0], int(found.group(2) or 1)
        sizes = [self.sizes[0]] + [self.sizes[1] + layer for layer in range(max(0, top - 1))] + [self.sizes[-1]]
        if not found.group(2):
            sizes, number = [self.sizes[0], self.sizes[-1]], 1
        if number >= len(sizes) or number < 1:
            return None
        fan, units = sizes[number - 1], sizes[number]
        if name.lower() in ("gamma", "beta"):
            return "np.random.randn(%d)" % self.sizes[0]
        if kind == "b":
            return "np.random.randn(%s)" % self.bias_shape(units)
        if not found.group(2) and self.target in ("flat",):
            return "np.random.randn(%d)" % fan
        return "np.random.randn(%d, %d)" % ((fan, units) if self.rows else (units, fan))

    def __str__(self):
        return "%s, %d, %s, %s" % ("rows" if self.rows else "columns", self.samples, self.target, self.bias)


def configs():
    """Those that are tried, the likelier first."""
    for samples in (6, 1):
        for rows, bias in ((True, "row"), (False, "column"), (True, "flat")):
            for target in ("one-hot", "labels", "binary", "flat"):
                if samples == 1 and target == "flat":
                    continue
                yield Config(rows, samples, target, bias)
    yield Config(True, 1, "one-hot", "vector")


def size_text(name, config):
    """A number of units, or a list of them, by a parameter's name; None for another name."""
    sizes = config.sizes
    if SIZES.match(name):
        return repr(list(sizes))
    if re.match(r"^hidden_?(dims|sizes|layers|units_list)$", name, re.I):
        return repr([sizes[1]])
    if SIZE_IN.match(name):
        return repr(sizes[0])
    if SIZE_HIDDEN.match(name):
        return repr(sizes[1])
    if SIZE_OUT.match(name):
        return repr(sizes[-1])
    return None


def layer_size_text(name, config):
    """The same of what a layer is made with, where names are shorter: `num_in`, `fan_out`, `n_neurons`, `channels`."""
    text = size_text(name, config)
    if text is not None:
        return text
    plain = name.lower()
    if re.search(r"kernel|filter_?(size|dim|shape)|window|pool_?(size|dim)?$", plain):
        return "2" if "pool" in plain else "3"
    if re.search(r"filters?$|out_?channels|n_?kernels", plain):
        return "2"
    if "channels" in plain or plain == "depth":
        return "3"
    if "stride" in plain:
        return "1"
    if "pad" in plain:
        return "0"
    if re.search(r"out|neuron|unit|node|next|cur", plain):
        return repr(config.sizes[-1])
    if re.search(r"(^|_)(in|inp|input|prev|previous|fan_in|features|last)|in$", plain):
        return repr(config.sizes[0])
    return None


def option_text(name):
    """A number or a setting by a parameter's name; None for another name."""
    if RATE.match(name):
        return "0.5"
    if PENALTY.match(name):
        return "0.3"
    if re.match(r"^bn_params?$", name):
        return "{'mode': 'train', 'eps': 1e-5, 'momentum': 0.9}"
    if re.match(r"^dropout_params?$", name):
        return "{'mode': 'train', 'p': 0.7, 'seed': 3}"
    if re.match(r"^conv_params?$", name):
        return "{'stride': 1, 'pad': 1}"
    if re.match(r"^(epochs?|iterations?|num_?(iter\w*|epochs)|n_?(iters?|epochs)|steps?|m|batch_?size)$", name, re.I):
        return "1"
    if re.match(r"^(activation\w*|act\w*|nonlinearity)$", name, re.I):
        return "'sigmoid'"
    if re.match(r"^(seed|random_state)$", name, re.I):
        return "1"
    if re.match(r"^(tau|quantile)$", name, re.I):
        return "0.3"
    if re.match(r"^keep_?prob(ability)?$", name, re.I):
        return "0.8"
    return None


def is_data(name):
    return bool(INPUT.match(name) or TARGET.match(name))


def keys_used(tree, name):
    """The text keys with which a name is asked anywhere in the file, in order: of `parameters['W1']`."""
    keys = []
    for node in walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == name:
            if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
                if node.slice.value not in keys:
                    keys.append(node.slice.value)
    return keys
