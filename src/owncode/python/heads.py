"""Functions that give a loss of scores together with its slope by them: `loss, dx = softmax_loss(x, y)`."""

from ..own import OWN as __builtins__  # noqa: F401

import re

import numpy as np

from .draft import Draft, Fruit
from .functions import LOSS_NAME, TARGET
from .invent import configs, option_text
from .leaves import is_array, scalar_of
from .pairing import is_gradient_name

# What comes before probabilities: the slope by those may be that of what they were made of.
_SCORES = re.compile(r"^(x|z\d?|s|scores?|logits?|out|output)$", re.I)
_SLOPE = re.compile(r"^d_?[a-z]\w*$|^delta\w*$")


def is_head(fn):
    """Whether a function's text says that it gives a loss and the slope by what it is given first."""
    returns = [name or "" for name in fn.returns]
    return (
        len(returns) == 2
        and bool(LOSS_NAME.match(returns[0]))
        and bool(_SLOPE.match(returns[1]) or is_gradient_name(returns[1]))
        and len(fn.parameters) >= 2
        and bool(_SCORES.match(fn.parameters[0]))
        and bool(TARGET.match(fn.parameters[1]))
    )


def head_fruits(names, fn):
    """The ways to call it that give one number and an array of the scores' shape."""
    for config in configs():
        if config.samples == 1 or config.bias == "flat":
            continue
        try:
            yield _head(names, fn, config)
        except (KeyboardInterrupt, MemoryError):
            raise
        except Exception:  # noqa: S112 - another way may do
            continue


def _head(names, fn, config):
    draft = Draft(names.namespace)
    draft.set_up("check_x = %s" % config.x(config.sizes[-1]))
    draft.set_up("check_y = %s" % config.y())
    given = ["check_x", "check_y"]
    for name in fn.parameters[2:]:
        if name in fn.defaults:
            break
        given.append(option_text(name) or "")
    call = "%s(%s)" % (fn.name, ", ".join(given))
    loss, slope = draft.value(call)
    if scalar_of(loss) is None or not is_array(slope) or np.shape(slope) != np.shape(draft.value("check_x")):
        raise ValueError(call)
    local = draft.local("loss"), draft.local("slope")
    draft.do("%s, %s = %s" % (*local, call))
    fruit = Fruit(draft, local[0], [local[1]], ["check_x"], "%s()" % fn.name)
    fruit.is_meant = True
    return fruit
