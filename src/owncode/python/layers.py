"""Layers that are two functions: forward and backward, by the sum of the output times random numbers."""

from ..own import OWN as __builtins__  # noqa: F401

import re

import numpy as np

from .draft import Draft, Fruit, own_leaves, paired_texts
from .functions import CACHE, INPUT, UPSTREAM
from .invent import configs, option_text

_OUTPUT = re.compile(r"^(out|output|a|y|s|h|z|probs|result)$", re.I)


def pair_fruits(names, forward, backward):
    """X_forward(…) -> out, cache and X_backward(dout, cache) -> gradients."""
    if not UPSTREAM.match(backward.parameters[0]) and not any(UPSTREAM.match(name) for name in backward.parameters):
        return
    for config in configs():
        if config.samples > 1 and config.target in ("one-hot", "flat"):
            try:
                yield _pair(names, forward, backward, config)
            except (KeyboardInterrupt, MemoryError):
                raise
            except Exception:  # noqa: S112 - another way may do
                continue


class _NotKnown(Exception):
    pass


def _pair(names, forward, backward, config):
    draft = Draft(names.namespace)
    given, arrays, inputs = [], [], []
    for name in forward.parameters:
        option = option_text(name)
        made = config.x() if INPUT.match(name) else config.parameter(name)
        if made is None and name in forward.defaults:
            break
        if made is None and option is None and re.match(r"^(z|h|a|dropout)", name, re.I):
            made = config.x()
        if made is None and option is None:
            raise _NotKnown(name)
        draft.set_up("check_%s = %s" % (name, made or option))
        given.append("check_" + name)
        if made is not None:
            arrays.append("check_" + name)
            if config.parameter(name) is None:
                inputs.append("check_" + name)
    call = "%s(%s)" % (forward.name, ", ".join(given))
    value = draft.value(call)
    several = isinstance(value, tuple)
    out = draft.local("out")
    rest = []
    if several:
        rest = [draft.local("cache" if len(value) == 2 else "cache%d" % at) for at in range(1, len(value))]
        draft.do("%s = %s" % (", ".join([out, *rest]), call))
    else:
        draft.do("%s = %s" % (out, call))
    shape = np.shape(draft.value(out))
    draft.set_up("check_R = np.random.randn(%s)" % ", ".join(map(str, shape)))
    passed = []
    left = list(rest)
    for name in backward.parameters:
        if UPSTREAM.match(name) and "check_R.copy()" not in passed:
            passed.append("check_R.copy()")
        elif CACHE.match(name) and left:
            passed.append(left.pop(0))
        elif "check_" + name in given:
            passed.append("check_" + name)
        elif left:
            passed.append(left.pop(0))
        elif INPUT.match(name) or re.match(r"^(z|h)$", name, re.I):
            passed.append(arrays[0])
        elif _OUTPUT.match(name):
            passed.append(out)
        elif name in backward.defaults:
            break
        else:
            raise _NotKnown(name)
    result = draft.value("%s(%s)" % (backward.name, ", ".join(passed)))
    several = isinstance(result, tuple)
    spelled = (
        backward.returns
        if several and len(backward.returns) == len(result)
        else [backward.returns[0] if backward.returns else None]
        if not several
        else [None] * len(result)
    )
    local = [draft.local(name or "gradient%d" % at) for at, name in enumerate(spelled)]
    draft.do("%s = %s(%s)" % (", ".join(local), backward.name, ", ".join(passed)))
    gradients = [leaf for name in local for leaf in own_leaves(draft, name)]
    parameters = [leaf for name in arrays for leaf in own_leaves(draft, name)]
    if len(gradients) == 1 and len(parameters) == 1:
        texts, places, fit = [gradients[0].name], [parameters[0].name], 1.0
        fit = float(gradients[0].shape == parameters[0].shape)
    else:
        texts, places, fit = paired_texts(gradients, parameters)
    fruit = Fruit(draft, "np.sum(%s * check_R)" % out, texts, places, "Σ out · R")
    fruit.fit, fruit.samples, fruit.inputs = fit, config.samples, inputs
    return fruit
