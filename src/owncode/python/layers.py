"""Layers by themselves: functions and classes with forward and backward, by the sum of the output times random numbers."""

from ..own import OWN as __builtins__  # noqa: F401

import re

import numpy as np

from .draft import Draft, Fruit, is_gradient_leaf, own_leaves, paired_texts
from .functions import CACHE, INPUT, TARGET, UPSTREAM
from .invent import configs, option_text, size_text
from .leaves import is_array, scalar_of
from .pairing import is_gradient_name

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
    given, arrays = [], []
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
    fruit.fit, fruit.samples = fit, config.samples
    return fruit


def layer_fruits(names, name, methods, seen):
    """A class with forward(x) and backward(dout)."""
    forward = next(
        (methods[each] for each in ("forward", "forward_pass", "fprop", "__call__") if each in methods), None
    )
    backward = methods.get("backward")
    if forward is None or backward is None:
        return
    needed = [each for each in backward.parameters if each not in backward.defaults]
    asked = [each for each in forward.parameters if each not in forward.defaults]
    if not needed or len(asked) != 1 or not (UPSTREAM.match(needed[0]) or is_gradient_name(needed[0])):
        return
    if TARGET.match(needed[0]) or len(needed) > 1:
        return
    for config in configs():
        if config.samples > 1 and config.target == "one-hot":
            try:
                yield _layer(names, name, methods, forward, backward, config)
            except (KeyboardInterrupt, MemoryError):
                raise
            except Exception:  # noqa: S112 - another way may do
                continue


def _layer(names, name, methods, forward, backward, config):
    draft = Draft(names.namespace)
    init = methods.get("__init__")
    config.sizes = [4, 3, 3]
    given = []
    for each in init.parameters if init else ():
        if each in init.defaults:
            continue
        text = config.parameter(each) or size_text(each, config) or option_text(each)
        if text is None:
            raise _NotKnown(each)
        if "random" in text:
            draft.set_up("check_%s = %s" % (each, text))
            text = "check_" + each
        given.append(text)
    draft.set_up("check_layer = %s(%s)" % (name, ", ".join(given)))
    draft.set_up("check_x = %s" % config.x())
    call = "check_layer%s(check_x)" % ("" if forward.name == "__call__" else "." + forward.name)
    value = draft.value(call)
    out = draft.local("out")
    if is_array(value):
        draft.do("%s = %s" % (out, call))
    else:
        draft.do(call)
        held = [
            key for key in ("output", "out", "A", "y", "Z", "z") if is_array(vars(draft.value("check_layer")).get(key))
        ]
        draft.do("%s = check_layer.%s" % (out, held[0]))
    draft.set_up("check_R = np.random.randn(%s)" % ", ".join(map(str, np.shape(draft.value(out)))))
    result = draft.value("check_layer.%s(check_R.copy())" % backward.name)
    gradients = []
    if result is None or scalar_of(result) is not None:
        draft.do("check_layer.%s(check_R.copy())" % backward.name)
    else:
        local = draft.local("gradient")
        draft.do("%s = check_layer.%s(check_R.copy())" % (local, backward.name))
        gradients = own_leaves(draft, local)
    every = own_leaves(draft, "check_layer")
    held = [leaf for leaf in every if is_gradient_leaf(leaf) or "grads" in leaf.path]
    inner = [
        leaf for leaf in held if str(leaf.path[-1]).lower() in ("dinputs", "dx", "dinput", "d_inputs", "grad_input")
    ]
    held = [leaf for leaf in held if leaf not in inner]
    passing = ("inputs", "input", "x", "output", "out", "mask", "a", "z", "y", "last_input", "input_data")
    own = [
        leaf
        for leaf in every
        if not is_gradient_leaf(leaf) and "grads" not in leaf.path and str(leaf.path[-1]).lower() not in passing
    ]
    own = [leaf for leaf in own if is_array(leaf.value) and leaf.value is not draft.value("check_x")]
    texts, places, fit = paired_texts(held, own) if held and own else ([], [], 1.0)
    into = (inner or [leaf for leaf in gradients if leaf.shape == np.shape(draft.value("check_x"))])[:1]
    if into:
        texts.append(into[0].name)
        places.append("check_x")
    if not texts:
        raise _NotKnown("gradients")
    fruit = Fruit(draft, "np.sum(%s * check_R)" % out, texts, places, "Σ out · R")
    fruit.fit, fruit.samples = fit, config.samples
    return fruit
