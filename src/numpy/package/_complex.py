"""Arithmetic with complex numbers: numpy-ts's, or that of their parts."""

import operator

from ._array import ndarray
from ._backend import k
from ._broadcasting import broadcast_arrays
from ._creation import asarray
from ._errors import _UFuncNoLoopError, unsupported
from ._scalars import complex128
from ._types import BOOL, COMPLEX128, FLOAT16, FLOAT64

_COMPARE = {
    "equal": operator.eq,
    "not_equal": operator.ne,
    "less": operator.lt,
    "less_equal": operator.le,
    "greater": operator.gt,
    "greater_equal": operator.ge,
}
_BINARY = frozenset("add subtract multiply divide power".split())
_UNARY = frozenset(
    "absolute sqrt exp expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh".split()
)


for _name in "add sub mul truediv pow radd rsub rmul rtruediv rpow neg pos abs eq ne".split():

    def _method(self, *other, _name=_name):
        return getattr(asarray(self), f"__{_name}__")(*other)

    setattr(complex128, f"__{_name}__", _method)
del _name, _method


def is_complex(x):
    return isinstance(x, complex) or isinstance(x, ndarray) and x._code == COMPLEX128


def has_complex(*operands):
    """Whether complex numbers are among the operands, and nothing that is no number."""
    return any([is_complex(x) for x in operands]) and not any([getattr(x, "_code", 0) > COMPLEX128 for x in operands])


def composed(real, imag):
    """The complex numbers with the given parts."""
    made = k.full(real._shape, COMPLEX128, None)
    k.copy_to(k.part(made, 0), asarray(real))
    k.copy_to(k.part(made, 1), asarray(imag))
    return made


def _plain(made):
    return made[()] if isinstance(made, ndarray) and made.ndim == 0 else made


def _both(a, b):
    """Both operands as complex numbers of one shape."""
    for x, other in ((a, b), (b, a)):
        if isinstance(x, ndarray) and FLOAT16 <= x._code < FLOAT64 and type(other) is complex:
            raise unsupported("complex64, which NumPy computes this in,")
    x, y = broadcast_arrays(asarray(a), asarray(b))
    return k.astype(x, COMPLEX128), k.astype(y, COMPLEX128)


def binary(name, a, b):
    if name not in _BINARY:
        raise _UFuncNoLoopError(
            f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any "
            "supported types according to the casting rule ''safe''"
        )
    x, y = _both(a, b)
    if name == "power":
        return _plain(_power(x, y))
    return _plain(k.reshape(asarray(k.library(name, (x, y))), x._shape))


def _power(x, y):
    """Small whole powers are products, as NumPy has them; others go by the logarithm."""
    n = y.real
    whole = k.to_list(k.reshape(n, (n.size,)))
    if not whole or whole[0] != int(whole[0]) or abs(whole[0]) > 100 or not (y == whole[0]).all():
        return k.reshape(asarray(k.library("power", (x, y))), x._shape)
    left = abs(int(whole[0]))
    made = k.full(x._shape, COMPLEX128, None)
    made.real[...] = 1.0
    while left:
        if left & 1:
            made = asarray(made * x)
        x = asarray(x * x)
        left >>= 1
    return made if whole[0] >= 0 else asarray(1.0 / made)


def unary(name, x):
    x = asarray(x)
    if name in ("positive", "conjugate"):
        return _plain(composed(x.real, x.imag if name == "positive" else -x.imag))
    if name == "negative":
        return _plain(composed(-x.real, -x.imag))
    if name == "square":
        return x * x
    if name == "reciprocal":
        return 1.0 / x
    if name == "rint":
        return _plain(composed(x.real.round(), x.imag.round()))
    if name == "sign":
        size = abs(x)
        return x / (size + (size == 0))
    if name not in _UNARY:
        raise TypeError(
            f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any "
            "supported types according to the casting rule ''safe''"
        )
    return _plain(k.reshape(asarray(k.library(name, (x,))), x._shape))


def compare(name, a, b):
    if name not in _COMPARE:
        return _logical(name, asarray(a), asarray(b))
    x, y = _both(a, b)
    run = _COMPARE[name]
    if name == "equal":
        return (x.real == y.real) & (x.imag == y.imag)
    if name == "not_equal":
        return (x.real != y.real) | (x.imag != y.imag)
    return ((x.real != y.real) & run(x.real, y.real)) | ((x.real == y.real) & run(x.imag, y.imag))


def _logical(name, a, b):
    run = {"logical_and": operator.and_, "logical_or": operator.or_, "logical_xor": operator.xor}[name]
    return run(asarray(a != 0), asarray(b != 0))


def test(name, x):
    x = asarray(x)
    if name == "logical_not":
        return x == 0
    if name == "signbit":
        raise TypeError("ufunc 'signbit' not supported for the input types")
    made = [k.run(k.opcode(name), part) for part in (x.real, x.imag)]
    return made[0] & made[1] if name == "isfinite" else made[0] | made[1]


_REDUCE = ("sum", "prod", "max", "min", "all", "any", "mean")


def reduce(code, a, axis, keepdims):
    """Sums, products and means; truth values; extremes have no order to be found by."""
    name = _REDUCE[code]
    if name in ("all", "any"):
        return k.reduce(code, a != 0, axis, keepdims, BOOL)
    if name in ("max", "min"):
        raise unsupported(f"np.{name} of complex numbers")
    if name != "prod":
        parts = [k.reduce(code, part, axis, keepdims, -1) for part in (a.real, a.imag)]
        return _plain(composed(asarray(parts[0]), asarray(parts[1])))
    if axis is not None and a.ndim > 1 or keepdims:
        raise unsupported("np.prod of complex numbers along an axis")
    total = asarray(1 + 0j)
    for value in k.to_list(k.reshape(a, (a.size,))):
        total = asarray(total * value)
    return _plain(total)


def complex_matmul(run, a, b):
    """A product of matrices from those of the parts; `run` is what computes one of real ones."""
    a, b = asarray(a), asarray(b)
    real = asarray(run(a.real, b.real))
    if a._code != COMPLEX128:
        return _plain(composed(real, asarray(run(a, b.imag))))
    if b._code != COMPLEX128:
        return _plain(composed(real, asarray(run(a.imag, b))))
    real = real - run(a.imag, b.imag)
    return _plain(composed(asarray(real), asarray(run(a.real, b.imag) + run(a.imag, b.real))))
