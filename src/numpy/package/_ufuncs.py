"""The universal functions by name."""

import math

from . import _complex
from ._backend import k, register, when_bound
from ._broadcasting import broadcast_arrays, copyto
from ._creation import asarray
from ._elements import has_objects
from ._objects import choose
from ._types import FLOAT16, promote
from ._ufunc import _BY_ID, ufunc
from ._ufunc_calls import _beyond

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    def __getattr__(name: str) -> Any:
        """The functions are made of a table."""


_TWO = (
    "add subtract multiply divide floor_divide remainder power maximum minimum fmax fmin fmod arctan2 hypot copysign "
    "heaviside logaddexp logaddexp2 nextafter bitwise_and bitwise_or bitwise_xor left_shift right_shift equal not_equal "
    "less less_equal greater greater_equal logical_and logical_or logical_xor"
)
_ONE = (
    "negative positive absolute sign square sqrt exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan "
    "sinh cosh tanh arcsinh arccosh arctanh floor ceil trunc rint reciprocal cbrt deg2rad rad2deg fabs invert isnan "
    "isinf isfinite signbit logical_not"
)
_MADE = {name: ufunc(name, nin) for nin, names in ((2, _TWO), (1, _ONE)) for name in names.split()}
globals().update(_MADE)
_ALIASES = {
    "true_divide": "divide",
    "mod": "remainder",
    "pow": "power",
    "abs": "absolute",
    "bitwise_not": "invert",
    "bitwise_invert": "invert",
    "bitwise_left_shift": "left_shift",
    "bitwise_right_shift": "right_shift",
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "atan2": "arctan2",
    "asinh": "arcsinh",
    "acosh": "arccosh",
    "atanh": "arctanh",
}
for _alias, _name in _ALIASES.items():
    globals()[_alias] = _MADE[_name]
for _name, _value in {"add": 0, "multiply": 1, "logical_and": True, "logical_or": False, "bitwise_or": 0}.items():
    _MADE[_name].identity = _value
del _alias, _name, _value


def _divmod(a, b):
    return k.run(_MADE["floor_divide"]._id, a, b), k.run(_MADE["remainder"]._id, a, b)


def _modf(x):
    x = asarray(x, None if asarray(x)._code >= FLOAT16 else float)
    whole = k.run(_MADE["trunc"]._id, x)
    part = k.run(_MADE["copysign"]._id, k.run(_MADE["subtract"]._id, x, whole), x)
    if _MADE["isinf"](x).any():
        part = k.where(_MADE["isinf"](x), _MADE["copysign"](0.0, x), part)
        part = part[()] if part.ndim == 0 else part
    return part, whole


def _each_pair(function):
    def run(a, b):
        a, b = asarray(a), asarray(b)
        if max(a._code, b._code) >= FLOAT16:
            raise TypeError(
                f"ufunc '{function.__name__}' did not contain a loop with signature matching types "
                f"({a.dtype!r}, {b.dtype!r}) -> None"
            )
        x, y = broadcast_arrays(a, b)
        values = [function(p, q) for p, q in zip(x.reshape(-1).tolist(), y.reshape(-1).tolist(), strict=True)]
        made = asarray(values, "int64").reshape(x._shape)
        return made[()] if made.ndim == 0 else made

    return run


def _gcd(a, b):
    return _each_pair(math.gcd)(a, b)


def _lcm(a, b):
    return _each_pair(math.lcm)(a, b)


def _float_power(a, b):
    return k.run(_MADE["power"]._id, asarray(a, float), asarray(b, float))


def _ldexp(a, b):
    return k.run(_MADE["multiply"]._id, a, k.run(_MADE["exp2"]._id, asarray(b, float)))


def _conjugate(x):
    return _complex.unary("conjugate", x) if _complex.is_complex(x := asarray(x)) else k.run(_MADE["positive"]._id, x)


degrees = ufunc("degrees", 1, 1, lambda x: k.run(_MADE["rad2deg"]._id, x))
radians = ufunc("radians", 1, 1, lambda x: k.run(_MADE["deg2rad"]._id, x))
conj = conjugate = ufunc("conjugate", 1, 1, _conjugate)
divmod = ufunc("divmod", 2, 2, _divmod)
modf = ufunc("modf", 1, 2, _modf)
gcd = ufunc("gcd", 2, 1, _gcd, 0)
lcm = ufunc("lcm", 2, 1, _lcm)
float_power = ufunc("float_power", 2, 1, _float_power)
ldexp = ufunc("ldexp", 2, 1, _ldexp)
ALL = [
    *_MADE,
    *_ALIASES,
    "divmod",
    "modf",
    "gcd",
    "lcm",
    "float_power",
    "ldexp",
    "degrees",
    "radians",
    "conj",
    "conjugate",
]


@when_bound.append
def _bind():
    for name, uf in _MADE.items():
        uf._id = k.opcode(name)
        _BY_ID[uf._id] = uf
        uf._reduce = k.reduce_code(name)


@register
def _slow_where(condition, x, y):
    new = [asarray(v) for v in (condition, x, y)]
    if _complex.has_complex(*new[1:]):
        return _where_exact(*new)
    if has_objects(*new[1:]):
        return choose(*new)
    if all([a is b for a, b in zip(new, (condition, x, y), strict=True)]):
        return _where_exact(*new)
    # Numbers that stay numbers keep their weakness.
    kept = [
        v if isinstance(v, (int, float)) and not _beyond(v) else a for v, a in zip((condition, x, y), new, strict=True)
    ]
    return k.where(*kept)


def _where_exact(condition, x, y):
    """Integers beyond 53 bits."""
    condition, x, y = broadcast_arrays(condition, x, y)
    made = k.astype(y, promote(x._code, y._code))
    copyto(made, x, where=condition)
    return made
