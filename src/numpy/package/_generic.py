"""What every scalar is, and the kinds of scalars."""

from types import GenericAlias

from ._backend import higher
from ._elsewhere import mark_absent, refuse

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ARRAY_METHODS = frozenset(
    "all any argmax argmin argsort astype clip cumprod cumsum diagonal dot fill flatten max mean min nonzero "
    "prod ptp ravel repeat reshape round searchsorted squeeze std sum swapaxes take tobytes trace transpose var view "
    "strides flags flat base choose compress put sort resize setflags tofile to_device".split()
)


class generic:
    """What every NumPy scalar is."""

    __slots__ = ()
    shape: "tuple[int, ...]" = ()
    ndim = 0
    size = 1

    def __getattr__(self, name) -> "Any":
        refuse("scalar", name)
        kind = type(self)
        raise AttributeError(f"'{kind.__module__}.{kind.__name__}' object has no attribute '{name}'")

    @property
    def itemsize(self):
        return self.dtype.itemsize

    nbytes = itemsize

    @property
    def T(self):
        return self

    real = T

    @property
    def imag(self):
        return type(self)(0)  # pyright: ignore[reportCallIssue] -- every kind that is made takes a value

    def conj(self) -> "Any":
        return self

    conjugate = conj

    device = "cpu"
    if not TYPE_CHECKING:
        __iter__ = None

    def item(self, *args) -> "Any":
        raise TypeError("this kind of scalar has no value of its own")

    def tolist(self):
        return self.item()

    def copy(self):
        return self

    def __array__(self, dtype=None, copy=None):
        array = higher.array(self)
        return array if dtype is None else array.astype(dtype)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (type(self), (self.item(),))

    def __getitem__(self, key):
        parts = key if isinstance(key, tuple) else (key,)
        if not parts:
            return self
        if all([part is Ellipsis or part is None for part in parts]):
            return higher.array(self)[key]
        raise IndexError("invalid index to scalar variable.")

    def __setitem__(self, key, value):
        raise TypeError(f"'numpy.{type(self).__name__}' object does not support item assignment")

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self


class _ArrayMethod:
    """Stands in the class for a method that arrays have."""

    def __init__(self, name):
        self._name = name

    def __get__(self, scalar, owner) -> "Any":
        if scalar is None:
            return lambda scalar, *args, **kwargs: getattr(scalar, self._name)(*args, **kwargs)
        return _scalar_method(scalar, self._name)


def _scalar_method(scalar, name):
    """A method that arrays have: what is an array without axes becomes a scalar again."""
    found: Any = getattr(higher.array(scalar), name)
    if not callable(found):
        return found

    def method(*args, **kwargs):
        result: Any = found(*args, **kwargs)
        return result[()] if getattr(result, "shape", None) == () else result

    return method


for _name in _ARRAY_METHODS:
    setattr(generic, _name, _ArrayMethod(_name))
del _name
mark_absent(generic, "scalar")


class number(generic):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)


class integer(number):
    __slots__ = ()


class signedinteger(integer):
    __slots__ = ()


class unsignedinteger(integer):
    __slots__ = ()


class inexact(number):
    __slots__ = ()


class floating(inexact):
    __slots__ = ()


class complexfloating(inexact):
    __slots__ = ()


class flexible(generic):
    __slots__ = ()


class character(flexible):
    __slots__ = ()
