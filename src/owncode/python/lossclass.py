"""Losses that are classes: a method that gives the loss of a prediction and a target, and one that gives its gradient."""

from ..own import OWN as __builtins__  # noqa: F401

import numpy as np

from .draft import Draft, Fruit, NotSo, own_leaves
from .functions import TARGET
from .leaves import is_array, scalar_of

_LOSS = (
    "forward", "loss", "calculate", "compute", "__call__", "compute_loss", "calculate_loss", "cost", "fn", "value",
)  # fmt: skip
_SLOPE = (
    "backward", "gradient", "grad", "derivative", "prime", "loss_derivative", "loss_prime", "delta", "compute_gradient",
    "backward_pass", "dloss",
)  # fmt: skip
_TARGET = "check_t"
# A prediction may have to be a probability: what is moved are logarithms of what it is of a quarter.
_MOVED = "check_log_p"
# Of the same samples: one of k, one column, labels, and one of k with samples in columns.
_KINDS = (
    ("6, 3", "np.eye(3)[np.random.randint(0, 3, 6)]"),
    ("6, 1", "np.random.randint(0, 2, (6, 1)) * 1.0"),
    ("6, 3", "np.random.randint(0, 3, 6)"),
    ("3, 6", "np.eye(3)[np.random.randint(0, 3, 6)].T.copy()"),
)


def loss_fruits(names, name, methods):
    """A class with `forward(prediction, target)` and `backward()` or `backward(prediction, target)`, whatever their names."""
    value = next((methods[each] for each in _LOSS if each in methods and _places(methods[each])), None)
    slope = next((methods[each] for each in _SLOPE if each in methods), None)
    if value is None or slope is None or value is slope:
        return
    needed = [each for each in slope.parameters if each not in slope.defaults]
    if needed and (len(needed) != 2 or _places(slope) is None):
        return
    for shape, target in _KINDS:
        try:
            yield _loss(name, methods.get("__init__"), value, slope, Draft(names.namespace), shape, target)
        except (KeyboardInterrupt, MemoryError):
            raise
        except Exception:  # noqa: S112 - another kind of target may do
            continue


def _places(fn):
    """Of the two arguments of a loss, whether each is the prediction; None where the names do not tell which is which."""
    needed = [each for each in fn.parameters if each not in fn.defaults]
    if len(needed) != 2:
        return None
    predictions = [not TARGET.match(each) for each in needed]
    return predictions if predictions.count(True) == 1 else None


def _loss(name, init, value, slope, draft, shape, target):
    if init and any(each not in init.defaults for each in init.parameters):
        raise NotSo("how the loss is made")
    draft.set_up("check_loss = %s()" % name)
    draft.set_up("%s = np.zeros((%s))" % (_MOVED, shape))
    draft.set_up("%s = %s" % (_TARGET, target))
    prediction, loss, gradient = draft.local("p"), draft.local("loss"), draft.local("gradient")

    def arguments(fn):
        return ", ".join(prediction if each else _TARGET for each in _places(fn) or ())

    draft.do("%s = 0.25 * np.exp(%s)" % (prediction, _MOVED))
    method = "check_loss" if value.name == "__call__" else "check_loss." + value.name
    draft.do("%s = %s(%s)" % (loss, method, arguments(value)))
    given = draft.values[loss]
    if scalar_of(given) is None:
        if not is_array(given) or np.ndim(given) > 1:
            raise NotSo("no one number")
        # A loss for each sample.
        draft.do("%s = np.mean(%s)" % (loss, loss))
    call = "check_loss.%s(%s)" % (slope.name, arguments(slope))
    returned = draft.value(call)
    draft.do("%s = %s" % (gradient, call) if returned is not None else call)
    leaves = own_leaves(draft, gradient) if returned is not None else own_leaves(draft, "check_loss")
    fitting = [
        leaf
        for leaf in leaves
        if leaf.shape == np.shape(draft.values[prediction])
        and not any(leaf.value is draft.values[each] for each in (prediction, _TARGET))
    ]
    if len(fitting) != 1:
        raise NotSo("gradients")
    # By the chain rule: p is the slope of p by its own logarithm.
    fruit = Fruit(draft, loss, ["%s * %s" % (fitting[0].name, prediction)], [_MOVED], "loss")
    fruit.samples, fruit.function = 6, slope
    return fruit
