"""
Layers that are classes with forward and backward, by the sum of the output times random numbers.

What a layer's attributes are is told by what its methods do with them, not by their names: what was there before forward
and is changed by nothing is a parameter, what backward sets is a gradient, and a parameter that backward changes has been
updated.
"""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ..copied import walk
from .draft import Draft, Fruit, NotSo, by_update, is_gradient_leaf, own_leaves, paired_texts
from .functions import INPUT, PREDICTED, RATE, TARGET, UPSTREAM, name_of
from .invent import configs, layer_size_text, option_text
from .leaves import is_array, scalar_of
from .pairing import is_gradient_name

_FORWARD = (
    "forward",
    "forward_pass",
    "fprop",
    "__call__",
    "feed_forward",
    "feedforward",
    "forward_propagation",
    "call",
)
_BACKWARD = (
    "backward", "backward_pass", "bprop", "back", "backprop", "backpropagate", "back_propagate", "backward_propagation",
    "back_propagation", "backpropagation", "backward_prop",
)  # fmt: skip
_INPUT_GRADIENT = re.compile(r"^_?(d_?(inputs?|x)|grad_?(inputs?|in|x)|(inputs?|x)_?grad)$", re.I)
_RATE_TEXT = "0.5"
# Shapes of a few small images: samples first or channels last, one image, one image without channels.
_IMAGES = ("2, 3, 6, 6", "2, 6, 6, 3", "3, 6, 6", "6, 6, 3", "6, 6")
_OF_IMAGES = re.compile(r"conv|pool|flatten", re.I)


def methods_of_layer(methods):
    """(forward, backward) of a class that is a layer, else None."""
    forward = next((methods[each] for each in _FORWARD if each in methods), None)
    backward = next((methods[each] for each in _BACKWARD if each in methods), None)
    if forward is None or backward is None or len(_needed(forward)) != 1 or TARGET.match(_needed(forward)[0]):
        return None
    return (forward, backward) if _upstream_of(backward) is not None else None


def _needed(fn):
    return [each for each in fn.parameters if each not in fn.defaults]


def _upstream_of(backward):
    """The parameter through which the error comes; None where there is none, or several may be."""
    left = [each for each in _needed(backward) if not RATE.match(each)]
    named = [each for each in left if UPSTREAM.match(each) or is_gradient_name(each)]
    if len(left) == 1 and not TARGET.match(left[0]):
        return left[0]
    rest = [each for each in left if each not in named]
    return named[0] if len(named) == 1 and all(INPUT.match(each) for each in rest) else None


def layer_fruits(names, name, methods):
    """
    The ways to call a class's forward and backward: with images where its name speaks of them, with several samples, and
    only where that cannot be with one, of which sum and mean are the same.
    """
    found = methods_of_layer(methods)
    if found is None:
        return
    of_vectors = [config for config in configs() if config.target == "one-hot"]
    several = [(config, None) for config in of_vectors if config.samples > 1]
    images = [(of_vectors[0], "np.random.randn(%s)" % shape) for shape in _IMAGES if _OF_IMAGES.search(name)]
    for group in (images, several, [(config, None) for config in of_vectors if config.samples == 1]):
        is_made = False
        for config, x in group:
            config.sizes = [4, 3, 3]
            try:
                fruit = _layer(names, name, methods, found, config, x or config.x())
            except (KeyboardInterrupt, MemoryError):
                raise
            except Exception:  # noqa: S112 - another way may do
                continue
            is_made = True
            yield fruit
        if is_made:
            return


def _layer(names, name, methods, found, config, x):
    forward, backward = found
    draft = Draft(names.namespace)
    draft.set_up("check_layer = %s(%s)" % (name, ", ".join(_construction(draft, methods.get("__init__"), config))))
    draft.set_up("check_x = %s" % x)
    start = _state(draft)
    out = _output(draft, "check_layer%s(check_x)" % ("" if forward.name == "__call__" else "." + forward.name))
    draft.set_up("check_R = np.random.randn(%s)" % ", ".join(map(str, np.shape(draft.value(out)))))
    middle = _state(draft)
    call = "check_layer.%s(%s)" % (backward.name, ", ".join(_given(backward)))
    # Run here once to see what it does; the line of the check follows below.
    returned = draft.value(call)
    changed = [
        leaf
        for leaf in own_leaves(draft, "check_layer")
        if leaf.path not in middle or not _same(middle[leaf.path], leaf.value)
    ]
    updated = [leaf for leaf in changed if leaf.path in start and not is_gradient_leaf(leaf)]
    updated = [leaf for leaf in updated if np.shape(start[leaf.path]) == leaf.shape and is_array(leaf.value)]
    held = [leaf for leaf in changed if not any(leaf is each for each in updated)]
    local = None if returned is None or scalar_of(returned) is not None else draft.local("gradient")
    line = call if local is None else "%s = %s" % (local, call)
    if local is not None:
        draft.values[local] = returned
        held += own_leaves(draft, local)
    into = _into(held, np.shape(draft.value("check_x")))
    # What is handed on as it came may have been multiplied in already by another class.
    is_handed_on = into is not None and _same(into.value, draft.value("check_R"))
    if is_handed_on and _may_be_fused(forward):
        raise NotSo("the slope is taken elsewhere")
    texts, places, fit = [], [], 1.0
    if updated and _is_wholly_updated(updated, held, into):
        texts = _updates(draft, updated, line, _rate(draft, backward))
        places = [leaf.name for leaf in updated]
    else:
        draft.body.append(line)
        rest = [leaf for leaf in held if leaf is not into]
        own = [
            leaf
            for leaf in own_leaves(draft, "check_layer")
            if is_array(leaf.value) and leaf.path in start and not is_gradient_leaf(leaf)
        ]
        own = [leaf for leaf in own if leaf.path in middle and _same(start[leaf.path], middle[leaf.path])]
        if rest and own:
            texts, places, fit = paired_texts(rest, own)
    if into is not None:
        texts.append(into.name)
        places.append("check_x")
    if not texts:
        raise NotSo("gradients")
    fruit = Fruit(draft, "np.sum(%s * check_R)" % out, texts, places, "Σ out · R")
    fruit.fit, fruit.samples, fruit.inputs, fruit.function = fit, config.samples, ("check_x",), backward
    upstream = _upstream_of(backward)
    # Who moves weights by an error need not mean a slope.
    fruit.is_guess = bool(updated) or not (upstream and (UPSTREAM.match(upstream) or is_gradient_name(upstream)))
    fruit.is_meant = not fruit.is_guess and not is_handed_on
    return fruit


def _construction(draft, init, config):
    given = []
    for each in _needed(init) if init else ():
        text = config.parameter(each) or layer_size_text(each, config) or option_text(each)
        if text is None:
            raise NotSo(each)
        if "random" in text:
            draft.set_up("check_%s = %s" % (each, text))
            text = "check_" + each
        given.append(text)
    return given


def _given(backward):
    """The arguments of backward: the random numbers for the error, the input for an input, a rate for a rate."""
    upstream = _upstream_of(backward)
    for each in backward.parameters:
        if each == upstream:
            yield "check_R.copy()"
        elif RATE.match(each):
            yield _RATE_TEXT
        elif INPUT.match(each) and each not in backward.defaults:
            yield "check_x"
        else:
            return


def _state(draft):
    return {leaf.path: np.array(leaf.value) for leaf in own_leaves(draft, "check_layer")}


def _same(one, other):
    return np.shape(one) == np.shape(other) and np.array_equal(one, other)


def _output(draft, call):
    """A local that holds the output: what forward returns, else the one array of its shape that it has kept."""
    value = draft.value(call)
    out = draft.local("out")
    if is_array(value):
        draft.do("%s = %s" % (out, call))
        return out
    draft.do(call)
    held = [leaf for leaf in own_leaves(draft, "check_layer") if is_array(leaf.value) and len(leaf.path) == 1]
    named = [leaf for leaf in held if PREDICTED.match(str(leaf.path[0])) and leaf.value is not draft.values["check_x"]]
    if not named:
        raise NotSo("output")
    draft.do("%s = %s" % (out, named[0].name))
    return out


def _into(held, shape):
    """The gradient by the input: what is named so, else the only one of its shape."""
    named = [leaf for leaf in held if leaf.path and _INPUT_GRADIENT.match(str(leaf.path[-1])) and leaf.shape == shape]
    fitting = named or [leaf for leaf in held if leaf.shape == shape]
    distinct = {id(leaf.value) for leaf in fitting}
    return fitting[0] if len(distinct) == 1 or named else None


def _may_be_fused(forward):
    """Whether it is a softmax or a sigmoid, whose slope is often part of the gradient of the loss behind it."""
    calls = {name_of(node.func) for node in walk(forward.node) if isinstance(node, ast.Call)}
    return any(re.search(r"exp|softmax|sigmoid", name or "") for name in calls)


def _is_wholly_updated(updated, held, into):
    """Whether backward moves the parameters itself, rather than only keep their gradients."""
    return len(updated) >= len([leaf for leaf in held if leaf is not into]) or not held


def _rate(draft, backward):
    if any(RATE.match(each) for each in _needed(backward)):
        return _RATE_TEXT
    own = [key for key, value in vars(draft.value("check_layer")).items() if RATE.match(key) and value]
    return "check_layer." + own[0] if own else None


def _updates(draft, updated, line, rate):
    gradients = by_update(draft, updated, line, rate)
    return ["%s[%d]" % (gradients, at) for at in range(len(updated))]
