"""Calling the library with matrices, and with stacks of them."""

from . import _ufuncs
from ._array import ndarray
from ._backend import k
from ._complex import is_complex
from ._creation import asarray
from ._errors import LinAlgError, unsupported
from ._joining import stack
from ._types import DTYPES, FLOAT32


def _square(a):
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a._shape[-1] != a._shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def _finite(a):
    if not _ufuncs.isfinite(a).all():
        raise LinAlgError("Array must not contain infs or NaNs")


def _typed(result, *sources):
    if all([s._code == FLOAT32 for s in sources]):
        return asarray(result).astype("float32") if isinstance(result, ndarray) else DTYPES[FLOAT32].type(result)
    return result


def _real(name, *args):
    """The matrices as arrays of doubles."""
    if any([is_complex(a) for a in args]):
        raise unsupported(f"np.linalg.{name} of complex matrices")
    return [a.astype(float) for a in args]


def _iterated(kernel, *args):
    """What a kernel gives that may not come to an end."""
    try:
        return kernel(*args)
    except ValueError as error:
        raise LinAlgError(str(error)) from None


def _call(name, *args):
    _real(name, *args)
    try:
        return k.library(f"linalg.{name}", args)
    except (SystemError, ValueError) as error:
        text = str(error)
        if "ingular" in text:
            raise LinAlgError("Singular matrix") from None
        if "positive" in text and "definite" in text:
            raise LinAlgError("Matrix is not positive definite") from None
        raise LinAlgError(text.removeprefix("numpy: ")) from None


def _stacked(function, a):
    """Applies a function of matrices to a stack of them."""
    if a.ndim == 2:
        return function(a)
    parts = [_stacked(function, part) for part in a]
    if not parts:
        raise unsupported("np.linalg on empty stacks")
    if isinstance(parts[0], tuple):
        return tuple([stack([p[i] for p in parts]) for i in range(len(parts[0]))])
    return stack(parts)
