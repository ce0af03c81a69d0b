"""Names for annotations. Nothing looks at them; they only have to be there, and to take an index and a `|`."""

from types import GenericAlias as _GenericAlias
from typing import Any as _Any

from ._array import ndarray as _ndarray
from ._types import dtype as _dtype

__all__ = ["ArrayLike", "DTypeLike", "NBitBase", "NDArray"]


class NDArray:
    """`NDArray[np.float64]`: an array of any shape that holds this type."""

    def __class_getitem__(cls, item):
        return _GenericAlias(_ndarray, (tuple[_Any, ...], _GenericAlias(_dtype, item)))


class ArrayLike:
    """Whatever an array can be made of."""


class DTypeLike:
    """Whatever names an element type."""


class NBitBase:
    """A precision."""


for _class in (NDArray, ArrayLike, DTypeLike, NBitBase):
    _class.__module__ = "numpy.typing"
