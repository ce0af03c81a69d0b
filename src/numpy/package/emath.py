"""`numpy.emath`: functions that answer with complex numbers where real ones would be none."""

from . import _ufuncs
from ._complex import has_complex
from ._creation import asarray


def _reals_as_complex(x, is_outside):
    """The numbers as complex ones where one is outside of what the function takes."""
    x = asarray(x)
    return x.astype(complex) if not has_complex(x) and is_outside(x).any() else x


def _given(value):
    return value[()] if getattr(value, "ndim", 0) == 0 and hasattr(value, "_code") else value


def sqrt(x):
    return _given(_ufuncs.sqrt(_reals_as_complex(x, lambda a: a < 0)))


def log(x):
    return _given(_ufuncs.log(_reals_as_complex(x, lambda a: a < 0)))


def log2(x):
    return log(x) / _ufuncs.log(2.0) if asarray(asarray(x) < 0).any() else _given(_ufuncs.log2(asarray(x)))


def log10(x):
    return log(x) / _ufuncs.log(10.0) if asarray(asarray(x) < 0).any() else _given(_ufuncs.log10(asarray(x)))


def power(x, p):
    return _given(_ufuncs.power(_reals_as_complex(x, lambda a: a < 0), p))


def logn(n, x):
    return log(x) / log(n)


def arccos(x):
    return _given(_ufuncs.arccos(_reals_as_complex(x, lambda a: abs(a) > 1)))


def arcsin(x):
    return _given(_ufuncs.arcsin(_reals_as_complex(x, lambda a: abs(a) > 1)))


def arctanh(x):
    return _given(_ufuncs.arctanh(_reals_as_complex(x, lambda a: abs(a) > 1)))
