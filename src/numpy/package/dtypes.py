"""`numpy.dtypes`: the classes of the element types."""

from ._elsewhere import from_module
from ._types import DTYPES

globals().update({type(one).__name__: type(one) for one in DTYPES})
# NumPy has a class for each of C's integer types; two of them are one here.
globals().update(
    {f"{name}DType": globals()[f"{same}DType"] for name, same in (("Int", "Int32"), ("UInt", "UInt32"),
     ("Short", "Int16"), ("UShort", "UInt16"), ("UByte", "UInt8"), ("Long", "Int64"), ("ULong", "UInt64"),
     ("LongLong", "Int64"), ("ULongLong", "UInt64"))}
)  # fmt: skip

__getattr__ = from_module("np.dtypes")
