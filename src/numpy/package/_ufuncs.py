"""Universal functions: the objects, and everything about them that is rare enough to be Python's."""

import builtins

from . import _state
from ._array import asarray, copyto, ndarray, shape_text
from ._backend import k, register, registry, when_bound
from ._errors import _UFuncNoLoopError, _UFuncOutputCastingError, unsupported
from ._types import BOOL, DTYPES, FLOAT32, FLOAT64, INT32, INT64, can_cast_codes, generic, int32, int64, type_code

registry["fault"] = _state._fault

_SYMBOLS = {
    "add": "+",
    "subtract": "-",
    "multiply": "*",
    "divide": "/",
    "floor_divide": "//",
    "remainder": "%",
    "power": "** or pow()",
    "bitwise_and": "&",
    "bitwise_or": "|",
    "bitwise_xor": "^",
    "left_shift": "<<",
    "right_shift": ">>",
    "less": "<",
    "less_equal": "<=",
    "greater": ">",
    "greater_equal": ">=",
}

_BY_ID = {}
INT_SCALARS = (int32, int64)


class ufunc:
    """A function that works element by element."""

    __slots__ = ("_id", "__dict__")

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

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        from ._reductions import ufunc_reduce

        return ufunc_reduce(self, array, axis, dtype, out, keepdims, initial, where)

    def accumulate(self, array, axis=0, dtype=None, out=None):
        self._needs_two("accumulate")
        array = asarray(array)
        if array.ndim == 0:
            raise TypeError("cannot accumulate on a scalar")
        if 0 <= self._reduce < 6:
            result = k.accumulate(self._reduce, array, axis, -1 if dtype is None else type_code(dtype))
        else:
            from ._shapes import moveaxis, stack

            rows = list(moveaxis(array, axis, 0))
            for i in range(1, len(rows)):
                rows[i] = self(rows[i - 1], rows[i])
            result = stack(rows, axis)
        return give(result, out)

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
        target = a[indices]
        if self.__name__ in ("add", "subtract") and a.ndim == 1 and isinstance(indices, (list, ndarray)):
            from ._shapes import broadcast_to

            index = asarray(indices)
            if index._code in (INT32, INT64) and can_cast_codes(values._code, a._code, "same_kind"):
                spread = k.astype(broadcast_to(values, index._shape), -1)
                k.add_at(a, (k.astype(index, INT64),), -spread if self.__name__ == "subtract" else spread)
                return
        from ._shapes import broadcast_to

        positions = k.reshape(k.range(0.0, 1.0, a.size, INT64), a._shape)[indices]
        spread = broadcast_to(values, getattr(target, "shape", ()))
        flat = a.reshape(-1)
        for at, value in zip(asarray(positions).reshape(-1), asarray(spread).reshape(-1), strict=True):
            flat[at] = self(flat[at], value)
        if flat.base is not a and flat.base is not a.base:
            a[...] = flat.reshape(a._shape)

    def reduceat(self, array, indices, axis=0, dtype=None, out=None):
        raise unsupported(f"np.{self.__name__}.reduceat")

    def _needs_two(self, what):
        if self.nin != 2:
            raise ValueError(f"{what} only supported for binary functions")


ufunc.__module__ = "numpy"
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


@register
def _slow_call(self, *args, out=None, where=True, dtype=None, casting="same_kind", order="K", subok=True, **other):
    name = self.__name__
    for key in other:
        if key not in ("signature", "sig", "axes", "axis", "keepdims"):
            raise TypeError(f"{name}() got an unexpected keyword argument '{key}'")
    if not self.nin <= len(args) <= self.nin + self.nout:
        most = self.nin + self.nout
        were = "was" if len(args) == 1 else "were"
        raise TypeError(
            f"{name}() takes from {self.nin} to {most} positional arguments but {len(args)} {were} given"
        )
    if len(args) > self.nin:
        out = args[self.nin :] if self.nout > 1 else args[self.nin]
        args = args[: self.nin]
    if isinstance(out, tuple) and self.nout == 1:
        (out,) = out
    if out is not None and self.nout == 1 and not isinstance(out, ndarray):
        raise TypeError("return arrays must be of ArrayType")
    inputs = [x if isinstance(x, (ndarray, generic, int, float)) else asarray(x) for x in args]
    if dtype is not None:
        code = type_code(dtype)
        for x in inputs:
            own = asarray(x)._code
            weak = isinstance(x, int) and code > BOOL
            if not weak and not can_cast_codes(own, code, casting):
                place = [i for i, y in enumerate(inputs) if y is x][0]
                raise UFuncInputCastingError(name, DTYPES[own], DTYPES[code], casting, place)
        inputs = [asarray(x).astype(DTYPES[code]) for x in inputs]
        if all([x.ndim == 0 for x in inputs]):
            inputs = [x[()] for x in inputs]
    if where is True:
        return _run(self, inputs, out, casting)
    from ._choosing import where as choose
    from ._shapes import broadcast_to

    mask = asarray(where)
    if mask._code != BOOL:
        raise TypeError(f"Cannot cast array data from {mask.dtype!r} to dtype('bool') according to the rule 'safe'")
    # Elements that are left out must not even warn: they are computed from ones.
    result = _run(self, [choose(mask, x, asarray(1, asarray(x).dtype)) for x in inputs], None, casting)
    result = asarray(result)
    if out is None:
        out = k.full(result._shape, result._code, None)
    elif not can_cast_codes(result._code, out._code, casting):
        cast_refused(name, result._code, out._code)
    copyto(out, result, casting="unsafe", where=broadcast_to(mask, out._shape))
    return out


def UFuncInputCastingError(name, source, target, casting, place):
    from ._errors import UFuncTypeError

    return UFuncTypeError(
        f"Cannot cast ufunc '{name}' input {place} from {source!r} to {target!r} with casting rule '{casting}'"
    )


def _run(self, inputs, out, casting):
    if self._fn is not None:
        result = self._fn(*inputs)
        if self.nout == 1:
            return give(result, out)
        if out is None or all([o is None for o in out]):
            return result
        return tuple([give(r, o) for r, o in zip(result, out, strict=True)])
    if out is None or casting == "same_kind" or k is None:
        return k.run(self._id, *inputs, *([None] * (2 - self.nin)), out)
    result = k.run(self._id, *inputs)
    if not can_cast_codes(asarray(result)._code, out._code, casting):
        cast_refused(self.__name__, asarray(result)._code, out._code, casting)
    return give_cast(result, out)


def give_cast(result, out):
    copyto(out, result, casting="unsafe")
    return out


def cast_refused(name, source, target, casting="same_kind"):
    raise _UFuncOutputCastingError(
        f"Cannot cast ufunc '{name}' output from {DTYPES[source]!r} to {DTYPES[target]!r} with casting rule '{casting}'"
    )


@register
def _cast_error(name, source, target):
    cast_refused(name, source, target)


def _usable(x):
    return isinstance(x, (ndarray, generic, int, float)) and not _beyond(x)


def _beyond(x):
    return isinstance(x, int) and abs(x) > 2**52


def _operand(x):
    """An operand that the loops did not know, as an array; the object itself where nothing can be made of it."""
    if type(x) is int:
        if not _beyond(x):
            return x
        if not -(1 << 63) <= x < 1 << 63:
            return float(x)
    if isinstance(x, generic):
        return asarray(x) if isinstance(x, INT_SCALARS) and _beyond(x._v) else x
    if isinstance(x, (list, tuple, builtins.range, int)) or hasattr(x, "__array__"):
        return asarray(x)
    return x


def _binary(id, a, b, out):
    uf = _BY_ID[id]
    if getattr(type(b), "__array_ufunc__", 0) is None or getattr(type(a), "__array_ufunc__", 0) is None:
        return NotImplemented
    new_a, new_b = _operand(a), _operand(b)
    known_a = isinstance(new_a, (ndarray, generic, int, float))
    known_b = isinstance(new_b, (ndarray, generic, int, float))
    if known_a and known_b:
        if new_a is not a or new_b is not b:
            return k.run(id, new_a, new_b, out)
        raise _no_loop(uf, new_a, new_b)
    stranger = new_b if known_a else new_a
    if isinstance(stranger, (str, bytes)):
        raise _text_loop(uf, new_a, new_b)
    if isinstance(stranger, complex):
        raise unsupported("complex numbers")
    if type(stranger).__module__ not in ("builtins", "numpy") and uf.__name__ in _SYMBOLS:
        return NotImplemented
    symbol = _SYMBOLS.get(uf.__name__)
    left, right = [type(asarray(x).reshape(-1)[0].item()).__name__ if isinstance(x, (ndarray, generic)) and asarray(x).size else type(x).__name__ for x in (new_a, new_b)]
    if symbol is None:
        if uf.__name__ in ("maximum", "minimum"):
            operator = ">=" if uf.__name__ == "maximum" else "<="
            raise TypeError(f"'{operator}' not supported between instances of '{left}' and '{right}'")
        raise TypeError(f"unsupported operand type(s) for {uf.__name__}: '{left}' and '{right}'")
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{left}' and '{right}'")


StrDType = type("StrDType", (), {"__module__": "numpy.dtypes"})


def _text_loop(uf, a, b):
    if 100 <= uf._id < 200:
        classes = [StrDType if isinstance(x, (str, bytes)) else type(asarray(x).dtype) for x in (a, b)]
        return _UFuncNoLoopError(
            f"ufunc '{uf.__name__}' did not contain a loop with signature matching types "
            f"({classes[0]!r}, {classes[1]!r}) -> None"
        )

    def named(x):
        if isinstance(x, (str, bytes)):
            return f"dtype('<U{len(x)}')" if isinstance(x, str) else f"dtype('S{len(x)}')"
        return repr(asarray(x).dtype)

    return _UFuncNoLoopError(
        f"ufunc '{uf.__name__}' did not contain a loop with signature matching types ({named(a)}, {named(b)}) -> None"
    )


def _no_loop(uf, a, b):
    """Why two numeric operands have no loop."""
    name = uf.__name__
    codes = [asarray(x)._code for x in (a, b)]
    if name == "subtract" and codes == [BOOL, BOOL]:
        return TypeError(
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, "
            "or the logical_xor function instead."
        )
    if name == "power" and max(codes) in (INT32, INT64):
        return ValueError("Integers to negative integer powers are not allowed.")
    if INT32 in codes and max(codes) <= INT64:
        value = b if isinstance(b, int) else a
        return OverflowError(f"Python integer {value} out of bounds for int32")
    if max(codes) >= FLOAT32 and name.startswith(("bitwise", "left", "right")):
        return _not_supported(name)
    add(a, b)  # noqa: F821 - shapes that do not fit come first
    return unsupported(f"np.{name} of truth values")


@register
def _slow_binary(code, a, b, out):
    return _binary(code, a, b, out)


@register
def _slow_compare(code, a, b, out):
    name = _BY_ID[100 + code].__name__
    new_a, new_b = _operand(a), _operand(b)
    known_a = isinstance(new_a, (ndarray, generic, int, float))
    known_b = isinstance(new_b, (ndarray, generic, int, float))
    if known_a and known_b:
        if new_a is not a or new_b is not b:
            return k.run(100 + code, new_a, new_b, out)
        raise ValueError(
            f"operands could not be broadcast together with shapes {shape_text(asarray(a)._shape)} "
            f"{shape_text(asarray(b)._shape)} "
        )
    known = new_a if known_a else new_b
    stranger = new_b if known_a else new_a
    if name in ("equal", "not_equal"):
        if type(stranger).__module__ not in ("builtins", "numpy") or stranger is None and isinstance(known, generic):
            return NotImplemented
        answer = name == "not_equal"
        if isinstance(known, ndarray) and known.ndim > 0:
            return k.full(known._shape, BOOL, float(answer))
        return registry["True_" if answer else "False_"]
    if isinstance(stranger, (str, bytes)):
        raise _text_loop(_BY_ID[100 + code], new_a, new_b)
    if name.startswith("logical"):
        raise unsupported(f"np.{name} of objects")
    if isinstance(known, generic) or type(stranger).__module__ not in ("builtins", "numpy"):
        return NotImplemented
    left, right = [type(x.reshape(-1)[0].item()).__name__ if isinstance(x, ndarray) and x.size else type(x).__name__ for x in (new_a, new_b)]
    raise TypeError(f"'{_SYMBOLS[name]}' not supported between instances of '{left}' and '{right}'")


def _unary(id, x, out):
    uf = _BY_ID[id]
    new = _operand(x)
    if not isinstance(new, (ndarray, generic, int, float)):
        if isinstance(new, (str, bytes)):
            raise _not_supported(uf.__name__)
        if new is None or not isinstance(new, complex):
            if uf.__name__ in ("negative", "positive", "absolute"):
                symbol = {"negative": "bad operand type for unary -", "positive": "bad operand type for unary +"}
                text = symbol.get(uf.__name__, "bad operand type for abs()")
                raise TypeError(f"{text}: '{type(new).__name__}'")
            raise TypeError(
                f"loop of ufunc does not support argument 0 of type {type(new).__name__} "
                f"which has no callable {uf.__name__} method"
            )
        raise unsupported("complex numbers")
    if new is not x:
        return k.run(id, new, None, out)
    code = asarray(new)._code
    name = uf.__name__
    if code == BOOL and name == "negative":
        raise TypeError(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
            "function instead."
        )
    if code == BOOL and name in ("positive", "sign"):
        _raise_no_loop(uf, repr(type(DTYPES[BOOL])) if name == "sign" else "dtype('bool')")
    if code >= FLOAT32:
        raise _not_supported(name)
    raise unsupported(f"np.{name} of truth values")


def _not_supported(name):
    return TypeError(
        f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any "
        "supported types according to the casting rule ''safe''"
    )


def _raise_no_loop(uf, text):
    raise _UFuncNoLoopError(
        f"ufunc '{uf.__name__}' did not contain a loop with signature matching types {text} -> None"
    )


@register
def _slow_unary(code, x, out, _):
    return _unary(200 + code, x, out)


@register
def _slow_test(code, x, out, _):
    new = _operand(x)
    uf = _BY_ID[300 + code]
    if new is x:
        raise _not_supported(uf.__name__)
    return k.run(300 + code, new, None, out)


def _make(names, nin):
    for name in names.split():
        globals()[name] = ufunc(name, nin)


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
_make(_TWO, 2)
_make(_ONE, 1)
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
    "conjugate": "positive",
    "conj": "positive",
    "radians": "deg2rad",
    "degrees": "rad2deg",
}
for _alias, _name in _ALIASES.items():
    globals()[_alias] = globals()[_name]
for _name, _value in {"add": 0, "multiply": 1, "logical_and": True, "logical_or": False, "bitwise_or": 0}.items():
    globals()[_name].identity = _value
del _alias, _name, _value


def _divmod(a, b):
    return k.run(floor_divide._id, a, b), k.run(remainder._id, a, b)  # noqa: F821


def _modf(x):
    x = asarray(x, None if asarray(x)._code >= FLOAT32 else float)
    whole = k.run(trunc._id, x)  # noqa: F821
    part = k.run(copysign._id, k.run(subtract._id, x, whole), x)  # noqa: F821
    if isinf(x).any():  # noqa: F821
        from ._choosing import where

        part = where(isinf(x), copysign(0.0, x), part)  # noqa: F821
        part = part[()] if part.ndim == 0 else part
    return part, whole


def _each_pair(function):
    def run(a, b):
        from ._shapes import broadcast_arrays

        a, b = asarray(a), asarray(b)
        if max(a._code, b._code) > INT64:
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
    import math

    return _each_pair(math.gcd)(a, b)


def _lcm(a, b):
    import math

    return _each_pair(math.lcm)(a, b)


def _float_power(a, b):
    return k.run(power._id, asarray(a, float), asarray(b, float))  # noqa: F821


def _ldexp(a, b):
    return k.run(multiply._id, a, k.run(exp2._id, asarray(b, float)))  # noqa: F821


divmod = ufunc("divmod", 2, 2, _divmod)
modf = ufunc("modf", 1, 2, _modf)
gcd = ufunc("gcd", 2, 1, _gcd, 0)
lcm = ufunc("lcm", 2, 1, _lcm)
float_power = ufunc("float_power", 2, 1, _float_power)
ldexp = ufunc("ldexp", 2, 1, _ldexp)

ALL = [*_TWO.split(), *_ONE.split(), *_ALIASES, "divmod", "modf", "gcd", "lcm", "float_power", "ldexp"]


@when_bound.append
def _bind():
    for name in [*_TWO.split(), *_ONE.split()]:
        uf = globals()[name]
        uf._id = k.opcode(name)
        _BY_ID[uf._id] = uf
        uf._reduce = k.reduce_code(name)
    # A reduction of these two is over truth values, whatever the elements are.


@register
def _slow_where(condition, x, y):
    new = [asarray(v) for v in (condition, x, y)]
    if all([a is b for a, b in zip(new, (condition, x, y), strict=True)]):
        return _where_exact(*new)
    # Numbers that stay numbers keep their weakness.
    kept = [v if isinstance(v, (int, float)) and not _beyond(v) else a for v, a in zip((condition, x, y), new, strict=True)]
    return k.where(*kept)


def _where_exact(condition, x, y):
    """Integers beyond 53 bits."""
    from ._shapes import broadcast_arrays

    condition, x, y = broadcast_arrays(condition, x, y)
    made = k.astype(y, INT64) if y._code <= INT64 and x._code <= INT64 else k.astype(y, FLOAT64)
    copyto(made, x, where=condition)
    return made
