"""Universal functions: the objects, and everything about them that is rare enough to be Python's."""

from ._array import ndarray
from ._backend import k, registry
from ._broadcasting import broadcast_to, copyto
from ._creation import asarray
from ._elsewhere import mark_absent
from ._generic import integer
from ._sizes import shape_text
from ._types import BOOL, INT64, TEXT, can_cast_codes

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_BY_ID = {}
INT_SCALARS = (integer,)


class ufunc:
    """A function that works element by element."""

    __slots__ = ("_id", "__dict__")
    if TYPE_CHECKING:
        # The kernels put it here.
        __call__: Any

    def __init__(self, name, nin, nout=1, fn=None, identity=None):
        self.__name__ = self.__qualname__ = name
        self.__doc__ = f"{name}: elementwise, as in NumPy."
        self.nin = nin
        self.nout = nout
        self.identity = identity
        self._id = -1
        self._fn = fn
        self._reduce = -1

    nargs = property(lambda self: self.nin + self.nout)
    signature = None

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def outer(self, a, b, /, **kwargs):
        self._needs_two("outer")
        a = asarray(a)
        b = asarray(b)
        return self(k.reshape(a, a._shape + (1,) * b.ndim), b, **kwargs)

    def at(self, a, indices, b=None, /):
        if not isinstance(a, ndarray):
            raise TypeError("first operand must be array")
        if self.nin == 1:
            a[indices] = self(a[indices])
            return
        values = asarray(b)
        sign = {"add": 1, "subtract": -1}.get(self.__name__, 0)
        if a._code == BOOL or a._code >= TEXT or not can_cast_codes(values._code, a._code, "same_kind"):
            sign = 0
        if sign and k.add_at(a, indices, values, sign):
            return
        positions = k.reshape(k.range(0.0, 1.0, a.size, INT64), a._shape)[indices]
        shape = getattr(positions, "_shape", ())
        positions = asarray(positions).reshape(-1)
        try:
            spread = k.astype(broadcast_to(values, shape), -1).reshape(-1)
        except ValueError:
            raise ValueError("array is not broadcastable to correct shape") from None
        flat = a.reshape(-1)
        if not (sign and k.add_at(flat, positions, spread, sign)):
            for at, value in zip(positions, spread, strict=True):
                flat[at] = self(flat[at], value)
        if flat.base is not a and flat.base is not a.base:
            a[...] = flat.reshape(a._shape)

    def _needs_two(self, what):
        if self.nin != 2:
            raise ValueError(f"{what} only supported for binary functions")


ufunc.__module__ = "numpy"
mark_absent(ufunc, "ufunc")
registry["ufunc"] = ufunc


def give(result, out):
    """Puts a result where `out` asks for it."""
    if out is None:
        return result
    if isinstance(out, tuple):
        (out,) = out
    source = asarray(result)
    if source._shape != out._shape:
        raise ValueError(
            f"output parameter for reduction operation has the wrong shape: {shape_text(out._shape)} "
            f"instead of {shape_text(source._shape)}"
        )
    copyto(out, source)
    return out
