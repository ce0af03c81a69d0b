"""Python functions over arrays, and arrays broadcast against each other."""

import re

from ._broadcasting import broadcast_arrays, broadcast_shapes, broadcast_to
from ._creation import asarray
from ._errors import unsupported
from ._from_python import numbered_array
from ._iteration import ndindex
from ._types import DTYPES, OBJECT, type_code

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class broadcast:
    """What several arrays become when they are broadcast against each other."""

    def __init__(self, *arrays):
        self._arrays = broadcast_arrays(*arrays)
        self.shape = self._arrays[0]._shape
        self.ndim = self.nd = len(self.shape)
        self.size = self._arrays[0].size
        self.numiter = len(self._arrays)
        self.reset()

    def reset(self):
        self.index = 0
        self.iters = tuple([a.flat for a in self._arrays])

    def __iter__(self):
        return self

    def __next__(self):
        values = tuple([next(one) for one in self.iters])
        self.index += 1
        return values


broadcast.__module__ = "numpy"


def _parsed(signature):
    """The names of the core axes of each argument and of each result: `(m,n),(n)->(m)`."""
    sides = signature.replace(" ", "").split("->")
    found = [re.findall(r"\(([\w,]*)\)", side) for side in sides]
    if len(sides) != 2 or [",".join(f"({core})" for core in side) for side in found] != sides:
        raise ValueError(f"not a valid gufunc signature: {signature}")
    return [[tuple(core.split(",")) if core else () for core in side] for side in found]


class vectorize:
    """A Python function made to take arrays."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        self.signature, self.cache = signature, cache
        self._signature: Any = None if signature is None else _parsed(signature)
        self.pyfunc: Any = pyfunc
        self.otypes = otypes
        self.excluded = set(excluded or ())
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")
        self.__doc__ = doc or getattr(pyfunc, "__doc__", None)

    def __call__(self, *args, **kwargs):
        if self._signature is not None:
            return self._over_cores(args, kwargs)
        places = [i for i in range(len(args)) if i not in self.excluded]
        names = [n for n in kwargs if n not in self.excluded]
        arrays = broadcast_arrays(*[args[i] for i in places], *[kwargs[n] for n in names])
        shape = arrays[0]._shape if arrays else ()
        results = []
        flats = [a.reshape(-1) for a in arrays]
        for i in range(flats[0].size if flats else 1):
            positional = list(args)
            named = dict(kwargs)
            for place, flat in zip(places, flats, strict=False):
                positional[place] = flat[i]
            for name, flat in zip(names, flats[len(places) :], strict=True):
                named[name] = flat[i]
            results.append(self.pyfunc(*positional, **named))
        if not results and not self.otypes:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        if results and isinstance(results[0], tuple):
            return tuple([self._column([r[j] for r in results], shape, j) for j in range(len(results[0]))])
        return self._column(results, shape, 0)

    def _over_cores(self, args, kwargs):
        """Calls the function for each of the leading axes, with what the signature says as its arguments."""
        cores, results = self._signature
        arrays = [asarray(x) for x in args]
        if len(arrays) != len(cores):
            raise TypeError(f"wrong number of positional arguments: expected {len(cores)}, got {len(arrays)}")
        for array, core in zip(arrays, cores, strict=True):
            if array.ndim < len(core):
                raise ValueError(
                    f"{array.ndim}-dimensional argument does not have enough dimensions for all core dimensions {core!r}"
                )
        leads = [a._shape[: a.ndim - len(core)] for a, core in zip(arrays, cores, strict=True)]
        shape = broadcast_shapes(*leads)
        spread = [broadcast_to(a, shape + a._shape[len(lead) :]) for a, lead in zip(arrays, leads, strict=True)]
        made = [self.pyfunc(*[a[at] for a in spread], **kwargs) for at in ndindex(*shape)]
        if not made:
            raise unsupported("np.vectorize with a signature over no elements")
        columns = zip(*made, strict=True) if len(results) > 1 else [made]
        parts = [asarray([asarray(x) for x in column]) for column in columns]
        parts = [part.reshape(shape + part._shape[1:])[()] for part in parts]
        return parts[0] if len(parts) == 1 else tuple(parts)

    def _column(self, values, shape, j):
        if self.otypes:
            code = type_code(list(self.otypes)[j])
        else:
            code = asarray(values[0])._code
        return asarray(values, DTYPES[code]).reshape(shape)


vectorize.__module__ = "numpy"


class frompyfunc:
    """A Python function made to work element by element; what it gives are objects."""

    def __init__(self, func, /, nin, nout, *, identity=None):
        self._func, self.nin, self.nout, self.identity = func, nin, nout, identity
        self.__name__ = getattr(func, "__name__", "?") + " (vectorized)"

    def __call__(self, *args):
        if len(args) != self.nin:
            raise TypeError(f"{self.__name__}() takes {self.nin} positional arguments but {len(args)} were given")
        arrays = broadcast_arrays(*args)
        shape = arrays[0]._shape
        flats = [a.reshape(-1).tolist() for a in arrays]
        results = [self._func(*values) for values in zip(*flats, strict=True)]
        if not shape:
            return results[0]
        if self.nout == 1:
            return numbered_array(results, shape, OBJECT)
        return tuple([numbered_array([r[i] for r in results], shape, OBJECT) for i in range(self.nout)])


frompyfunc.__module__ = "numpy"
