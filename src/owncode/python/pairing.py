"""Which gradient belongs to which parameter: by name, by structure, else by order and shape."""

from ..own import OWN as __builtins__  # noqa: F401

import re

_BEFORE = re.compile(
    r"^(?:d_?loss_?d_?|d_?l_?d_?|gradients?_?(?:of_?)?|grads?_?(?:of_?)?|nabla_?|delta_?|g_|(?-i:g(?=[A-Z]))|g(?=[wb])|d_?)(?=[a-z0-9])",
    re.I,
)
_AFTER = re.compile(r"(?:_?(?:gradients?|grads?|deltas?|prime))$", re.I)
_GRADIENT = re.compile(
    r"^(?:d_?[A-Z]\w*|d_?(?:w|b|weights?|bias(?:es)?|gamma|beta|theta|params?|u|v|[wubv][a-z]{0,2}\d*)\w*|"
    r"g(?:rads?|radients?)?(?:_\w+)?|grad\w*|nabla\w*|g[WbB]\w*)$"
)
_IS_AFTER = re.compile(r"_?(?:grads?|gradients?)$")


def plain(name):
    """`W_1`, `weights1`, `self.W1` -> `w1`."""
    text = str(name).rpartition(".")[2].replace("_", "").lower()
    text = re.sub(r"weights?|kernel", "w", text)
    return re.sub(r"bias(?:es)?", "b", text)


def plain_gradient(name):
    """`dW1`, `grad_w1`, `nabla_w`, `dweights` -> what `plain` makes of the parameter's name."""
    text = str(name).rpartition(".")[2]
    text = _AFTER.sub("", _BEFORE.sub("", text, count=1))
    return plain(text)


def is_gradient_name(name):
    """Whether a name says that it holds gradients."""
    text = str(name)
    return bool(_GRADIENT.match(text) or _IS_AFTER.search(text))


class Pairs:
    """`of[i]` is the gradient of parameter i or None; `guessed` are those that only order and shape have paired."""

    def __init__(self, count):
        self.of = [None] * count
        self.guessed = set()


def pair(gradients, parameters):
    """Pairs leaves with leaves. Each has `path`, `shape` and `base`, the name of what it was found in."""
    pairs = Pairs(len(parameters))
    if not gradients or not parameters:
        return pairs
    by_name = _by_name(gradients, parameters)
    if len(by_name) == min(len(gradients), len(parameters)):
        _take(pairs, by_name)
        return pairs
    gradient_paths = {gradient.path: gradient for gradient in gradients}
    is_alike = len(gradient_paths) == len(gradients) == len(parameters)
    if is_alike and set(gradient_paths) == {each.path for each in parameters}:
        _take(pairs, {index: gradient_paths[each.path] for index, each in enumerate(parameters)})
        return pairs
    if len(gradients) == len(parameters) and all(
        _fits(gradient.shape, each.shape) for gradient, each in zip(gradients, parameters)
    ):
        _take(pairs, dict(enumerate(gradients)))
        if not by_name:
            shapes = [each.shape for each in parameters]
            pairs.guessed = {index for index, shape in enumerate(shapes) if shapes.count(shape) > 1}
        return pairs
    _take(pairs, by_name)
    rest = [gradient for gradient in gradients if not any(gradient is each for each in by_name.values())]
    left = [index for index in range(len(parameters)) if index not in by_name]
    # The only one of its shape on both sides.
    for index in left:
        shape = parameters[index].shape
        same = [gradient for gradient in rest if gradient.shape == shape]
        if len(same) == 1 and sum(parameters[other].shape == shape for other in left) == 1:
            pairs.of[index] = same[0]
            pairs.guessed.add(index)
    return pairs


def _take(pairs, found):
    for index, gradient in found.items():
        pairs.of[index] = gradient


def _fits(gradient, parameter):
    return gradient == parameter or gradient == parameter[::-1] or _size(gradient) == _size(parameter)


def _size(shape):
    size = 1
    for extent in shape:
        size *= extent
    return size


def _by_name(gradients, parameters):
    """Parameters whose name one gradient has, and no other parameter."""
    found = {}
    keys = [_key(each, plain) for each in parameters]
    wanted = [{_key(each, plain_gradient), _key(each, plain)} for each in gradients]
    for index, key in enumerate(keys):
        if key[0] == "":
            continue
        if keys.count(key) > 1:
            # Of several layers, the one in the same object.
            place = _beside(parameters[index], plain)
            same = [each for each in gradients if place and _beside(each, plain_gradient) == place]
            if len(same) == 1:
                found[index] = same[0]
            continue
        same = [gradient for gradient, names in zip(gradients, wanted) if key in names]
        if len(same) > 1:
            exact = [gradient for gradient in same if _key(gradient, plain_gradient) == key]
            same = exact if len(exact) == 1 else same
        if len(same) == 1 and not any(same[0] is each for each in found.values()):
            found[index] = same[0]
    return found


def _beside(leaf, simplified):
    """What holds a leaf, and its name in that, simplified; None where it has none there."""
    *way, last = leaf.path or [None]
    return (leaf.base, way, simplified(last)) if isinstance(last, str) else None


def _key(leaf, simplified):
    """The last name on the way to a leaf, simplified, and the numbers behind it; empty where there is none."""
    name, indices = leaf.base, []
    for part in leaf.path:
        if isinstance(part, str):
            name, indices = part, []
        else:
            indices.append(part)
    return simplified(name) if name else "", tuple(indices)
