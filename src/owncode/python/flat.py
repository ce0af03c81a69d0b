"""All weights in one vector, beside the numbers of units by which a function takes it apart."""

from ..own import OWN as __builtins__  # noqa: F401

import re

import numpy as np

from .functions import SIZE_HIDDEN, SIZE_IN, SIZE_OUT, SIZES
from .invent import keys_used
from .leaves import is_array

_FLAT = re.compile(
    r"^(nn_?|initial_?|all_?|flat_?|unrolled_?)?(params?|parameters|thetas?|weights?|w|p|vec(tor)?)_?(vec(tor)?|flat|unrolled|all|nn)?$",
    re.I,
)


class Flat:
    """The part of finding arguments that knows such vectors."""

    def flat_of(self, fn):
        """The name of the argument that is such a vector; None where there is none."""
        if (fn.owner, fn.name) in self.arguments_seen or len(self.units_of(fn)) < 2:
            return None
        names = [name for name in fn.parameters if _FLAT.match(name) and not keys_used(self.names.tree, name)]
        return names[0] if len(names) == 1 and names[0] == fn.parameters[0] else None

    def units_of(self, fn):
        """The numbers of units of all layers by the arguments of a function that tell them."""
        sizes = self.config.sizes
        if any(SIZES.match(name) for name in fn.parameters):
            return list(sizes)
        kinds = ((SIZE_IN, sizes[0]), (SIZE_HIDDEN, sizes[1]), (SIZE_OUT, sizes[-1]))
        return [size for kind, size in kinds for name in fn.parameters if kind.match(name)]

    def set_up_flat(self, name, fn, given):
        """
        Sets up a vector of the length with which the function runs, and by which its gradient has as many entries; its
        expression, or None. `given` are the expressions of the arguments behind it.
        """
        units = self.units_of(fn)
        pairs = list(zip(units, units[1:]))
        for bias in (1, 0):
            made = "np.random.randn(%d)" % sum((one + bias) * two for one, two in pairs)
            try:
                with np.errstate(all="ignore"):
                    value = self.draft.value(self.call_of(fn, [made, *given]))
            except Exception:  # noqa: S112 - another length may do
                continue
            arrays = [each for each in (value if isinstance(value, tuple) else [value]) if is_array(each)]
            if arrays and not any("(%d)" % each.size in made for each in arrays) and fn is self.target:
                continue
            self.draft.set_up("check_%s = %s" % (name, made))
            self.known[name] = "check_" + name
            self.sources.append("check_" + name)
            return "check_" + name
        return None
