"""Layers that are two functions: forward and backward, by the sum of the output times random numbers."""

from ..own import OWN as __builtins__  # noqa: F401

import re

import numpy as np

from .draft import Draft, Fruit, NotSo, own_leaves, paired_texts
from .functions import CACHE, INPUT, UPSTREAM
from .invent import configs, option_text
from .leaves import is_array
from .pairing import plain, plain_gradient
from .shaped import GATES, is_recurrent, shaped_text

_OUTPUT = re.compile(r"^(out|output|a|y|s|h|z|probs|result)$", re.I)


def pair_fruits(names, forward, backward, seen):
    """X_forward(…) -> out, cache and X_backward(dout, cache) -> gradients, or the same held by a class X."""
    if not _upstream_names(forward, backward):
        return
    if (forward.owner, forward.name) in seen:
        try:
            yield _pair(names, forward, backward, None, seen)
        except (KeyboardInterrupt, MemoryError):
            raise
        except Exception:  # noqa: S110 - an invented way may do
            pass
    for config in configs():
        if config.samples > 1 and config.target in ("one-hot", "flat"):
            for gates in GATES if is_recurrent(forward) else GATES[:1]:
                try:
                    yield _pair(names, forward, backward, config, {}, gates)
                except (KeyboardInterrupt, MemoryError):
                    raise
                except Exception:  # noqa: S112 - another way may do
                    continue


_IS_INPUT = re.compile(INPUT.pattern + r"|^(z|h|a|dropout)\w*$", re.I)


def _upstream_names(forward, backward):
    """The parameters of a way back that hold the slope by what came out: named so, or after what the way forth returns."""
    returned = {plain(name) for name in forward.returns if name}
    return [name for name in backward.parameters if UPSTREAM.match(name) or plain_gradient(name) in returned - {name}]


def _given(draft, forward, config, seen, gates):
    """(expressions of a forward function's arguments, those of them that hold arrays), made or as the file gave them."""
    given, arrays = [], []
    for name in forward.parameters:
        value, written = seen.get((forward.owner, forward.name), {}).get(name, (None, None))
        held = [key for key, each in draft.namespace.items() if each is value and key[:1] != "_"]
        option = option_text(name)
        made = None
        if seen:
            made = held[0] if held else written
        elif (shaped := shaped_text(forward, name, config, gates)) is not None:
            made = shaped
        elif INPUT.match(name) or re.match(r"^(z|h|a|dropout)", name, re.I) and not option:
            made = config.x()
        elif config.parameter(name):
            made = config.parameter(name)
        if made is None and (seen or option is None):
            if name in forward.defaults:
                break
            raise NotSo(name)
        if made in held:
            text = made
        else:
            text = "check_" + name
            draft.set_up("%s = %s" % (text, made or option))
        given.append(text)
        if made is not None and not isinstance(draft.value(text), (int, float, str)):
            arrays.append(text)
    return given, arrays


def _outputs(draft, forward, backward, call):
    """(what came out, by name; what is upstream of each, by the way back's own parameter; the rest) of a forward call."""
    value = draft.value(call)
    several = isinstance(value, tuple)
    values = list(value) if several else [value]
    told = forward.returns if len(forward.returns) == len(values) else [None] * len(values)
    wanted = _upstream_names(forward, backward)
    plain_names = {plain_gradient(name): name for name in wanted}
    upstream = {
        at: plain_names[plain(name)]
        for at, name in enumerate(told)
        if name and plain(name) in plain_names and is_array(values[at])
    }
    if not upstream or len(wanted) == 1 and is_array(values[0]):
        upstream = {0: wanted[0]}
    elif len(upstream) < len(wanted):
        raise NotSo("what belongs to %s" % ", ".join(wanted))
    local = [
        draft.local(
            ("out" if len(upstream) == 1 else told[at] or "out%d" % at)
            if at in upstream
            else "cache"
            if len(values) == 2
            else "cache%d" % at
        )
        for at in range(len(values))
    ]
    draft.do("%s = %s" % (", ".join(local), call))
    outputs = {}
    for at, name in upstream.items():
        random = "check_R" if len(upstream) == 1 else "check_R_" + name
        draft.set_up("%s = np.random.randn(%s)" % (random, ", ".join(map(str, np.shape(values[at])))))
        outputs[name] = local[at], random
    return outputs, [name for at, name in enumerate(local) if at not in upstream]


def _pair(names, forward, backward, config, seen, gates=1):
    draft = Draft(names.namespace)
    given, arrays = _given(draft, forward, config, seen, gates)
    call = "%s(%s)" % (forward.call, ", ".join(given))
    outputs, rest = _outputs(draft, forward, backward, call)
    passed, is_sure = [], True
    left = list(rest)
    named = dict(zip(forward.parameters, given))
    for name in backward.parameters:
        if name in outputs:
            passed.append("%s.copy()" % outputs[name][1])
        elif CACHE.match(name) and left:
            passed.append(left.pop(0))
        elif name in named:
            passed.append(named[name])
        elif left:
            passed.append(left.pop(0))
        elif INPUT.match(name) or re.match(r"^(z|h)$", name, re.I):
            passed.append(arrays[0])
            is_sure = False
        elif _OUTPUT.match(name):
            passed.append(next(iter(outputs.values()))[0])
            is_sure = False
        elif name in backward.defaults:
            break
        else:
            raise NotSo(name)
    result = draft.value("%s(%s)" % (backward.call, ", ".join(passed)))
    several = isinstance(result, tuple)
    spelled = (
        backward.returns
        if several and len(backward.returns) == len(result)
        else [backward.returns[0] if backward.returns else None]
        if not several
        else [None] * len(result)
    )
    local = [draft.local(name or "gradient%d" % at) for at, name in enumerate(spelled)]
    draft.do("%s = %s(%s)" % (", ".join(local), backward.call, ", ".join(passed)))
    gradients = [leaf for name in local for leaf in own_leaves(draft, name)]
    parameters = [leaf for name in arrays for leaf in own_leaves(draft, name)]
    if len(gradients) == 1 and len(parameters) == 1:
        texts, places, fit = [gradients[0].name], [parameters[0].name], 1.0
        fit = float(gradients[0].shape == parameters[0].shape)
    else:
        texts, places, fit = paired_texts(gradients, parameters)
    sums = ["np.sum(%s * %s)" % each for each in outputs.values()]
    fruit = Fruit(draft, " + ".join(sums), texts, places, "Σ out · R")
    fruit.inputs = [named[name] for name in forward.parameters[: len(given)] if _IS_INPUT.match(name)]
    fruit.fit, fruit.samples = fit, _samples(draft, outputs, fruit.inputs) if config is None else config.samples
    fruit.is_meant = is_sure and not _passes_on(draft, gradients, outputs)
    return fruit


def _samples(draft, outputs, inputs):
    """How many samples the file's own run had: the extent that the output has of its input."""
    out = next(iter(outputs.values()))[0]
    shapes = [np.shape(draft.value(text)) for text in (out, *inputs[:1])]
    return next((extent for extent, other in zip(shapes[0], shapes[-1]) if extent == other), 1)


def _passes_on(draft, gradients, outputs):
    """Whether a way back gives what it was given: a slope that another function has multiplied in already."""
    given = [draft.value(random) for _, random in outputs.values()]
    return any(np.array_equal(leaf.value, each) for leaf in gradients for each in given)
