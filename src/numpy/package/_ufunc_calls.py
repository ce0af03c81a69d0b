"""Calls of ufuncs that the kernels leave to Python."""

import builtins
import operator

from . import _complex, _state
from ._array import ndarray
from ._backend import k, register, registry
from ._broadcasting import broadcast_to, copyto
from ._creation import asarray
from ._elements import has_objects
from ._errors import fault, unsupported
from ._generic import generic, integer
from ._objects import binary, compare, goes_first, is_foreign, unary
from ._refusals import (
    _SYMBOLS,
    UFuncInputCastingError,
    _no_loop,
    _not_supported,
    _raise_no_loop,
    _text_loop,
    cast_refused,
)
from ._sizes import shape_text
from ._types import BOOL, COMPLEX128, DTYPES, FLOAT16, OBJECT, TEXT, can_cast_codes, type_code
from ._ufunc import _BY_ID, INT_SCALARS, give


@register
def _slow_call(self, *args, out=None, where=True, dtype=None, casting="same_kind", order="K", subok=True, **other):
    name = self.__name__
    for key in other:
        if key not in ("signature", "sig", "axes", "axis", "keepdims"):
            raise TypeError(f"{name}() got an unexpected keyword argument '{key}'")
    if not self.nin <= len(args) <= self.nin + self.nout:
        most = self.nin + self.nout
        were = "was" if len(args) == 1 else "were"
        raise TypeError(f"{name}() takes from {self.nin} to {most} positional arguments but {len(args)} {were} given")
    if len(args) > self.nin:
        out = args[self.nin :] if self.nout > 1 else args[self.nin]
        args = args[: self.nin]
    if isinstance(out, tuple) and self.nout == 1:
        (out,) = out
    if out is not None and self.nout == 1 and not isinstance(out, ndarray):
        raise TypeError("return arrays must be of ArrayType")
    inputs = [x if isinstance(x, (ndarray, generic, int, float, complex)) else asarray(x) for x in args]
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
    mask = asarray(where)
    if mask._code != BOOL:
        raise TypeError(f"Cannot cast array data from {mask.dtype!r} to dtype('bool') according to the rule 'safe'")
    # Elements that are left out must not even warn: they are computed from ones.
    result = _run(self, [k.where(mask, x, asarray(1, asarray(x).dtype)) for x in inputs], None, casting)
    result = asarray(result)
    if out is None:
        out = k.full(result._shape, result._code, None)
    elif not can_cast_codes(result._code, out._code, casting):
        cast_refused(name, result._code, out._code)
    copyto(out, result, casting="unsafe", where=broadcast_to(mask, out._shape))
    return out


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


_EXACT = {"add": operator.add, "subtract": operator.sub, "multiply": operator.mul}


def _report_overflow(uf, a, b, result):
    """Warns where scalars of 64 bits gave less than the whole result."""
    exact = _EXACT.get(uf.__name__)
    if exact is not None and isinstance(a, (integer, int)) and isinstance(b, (integer, int)):
        if exact(int(a), int(b)) != int(result):
            _state._fault(2, f"scalar {uf.__name__}")


def _given_complex(name, result, out):
    if out is None:
        return result
    if out._code != COMPLEX128:
        cast_refused(name, asarray(result)._code, out._code)
    return give_cast(result, out)


def _binary(id, a, b, out):
    uf = _BY_ID[id]
    new_a, new_b = _operand(a), _operand(b)
    if _complex.has_complex(new_a, new_b):
        return _given_complex(uf.__name__, _complex.binary(uf.__name__, new_a, new_b), out)
    if has_objects(new_a, new_b):
        return _of_objects(uf.__name__, a, b, out)
    known_a = isinstance(new_a, (ndarray, generic, int, float))
    known_b = isinstance(new_b, (ndarray, generic, int, float))
    if known_a and known_b:
        if new_a is not a or new_b is not b:
            result = k.run(id, new_a, new_b, out)
            if isinstance(a, integer) or isinstance(b, integer):
                _report_overflow(uf, a, b, result)
            return result
        raise _no_loop(uf, new_a, new_b)
    stranger = new_b if known_a else new_a
    if isinstance(stranger, (str, bytes)):
        raise _text_loop(uf, new_a, new_b)
    if is_foreign(stranger):
        if getattr(type(stranger), "__array_ufunc__", 0) is None:
            raise TypeError(f"operand '{type(stranger).__name__}' does not support ufuncs (__array_ufunc__=None)")
        return _of_objects(uf.__name__, a, b, out)
    symbol = _SYMBOLS.get(uf.__name__)
    left, right = [
        type(asarray(x).reshape(-1)[0].item()).__name__
        if isinstance(x, (ndarray, generic)) and asarray(x).size
        else type(x).__name__
        for x in (new_a, new_b)
    ]
    if symbol is None:
        if uf.__name__ in ("maximum", "minimum"):
            sign = ">=" if uf.__name__ == "maximum" else "<="
            raise TypeError(f"'{sign}' not supported between instances of '{left}' and '{right}'")
        raise TypeError(f"unsupported operand type(s) for {uf.__name__}: '{left}' and '{right}'")
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{left}' and '{right}'")


def _of_objects(name, a, b, out):
    result = binary(name, a, b)
    if out is None:
        return result
    if out._code < TEXT and asarray(result)._code == OBJECT:
        cast_refused(name, OBJECT, out._code)
    out[...] = result
    return out


@register
def _slow_binary(code, a, b, out):
    return _binary(code, a, b, out)


@register
def _slow_operator(code, a, b, out):
    """As a function does it, but that Python may ask the other operand's class."""
    if goes_first(a) or goes_first(b):
        return NotImplemented
    if isinstance(a, generic) and is_foreign(b) and not hasattr(b, "__array__"):
        return NotImplemented
    return _binary(code, a, b, out)


@register
def _slow_compare(code, a, b, out):
    name = _BY_ID[100 + code].__name__
    new_a, new_b = _operand(a), _operand(b)
    if _complex.has_complex(new_a, new_b):
        return give(_complex.compare(name, new_a, new_b), out)
    if has_objects(new_a, new_b):
        return compare(name, a, b)
    known_a = isinstance(new_a, (ndarray, generic, int, float))
    known_b = isinstance(new_b, (ndarray, generic, int, float))
    if known_a and known_b:
        if new_a is not a or new_b is not b:
            return k.run(100 + code, new_a, new_b, out)
        fault("not_broadcast", f"{shape_text(asarray(a)._shape)} {shape_text(asarray(b)._shape)}")
    known = new_a if known_a else new_b
    stranger = new_b if known_a else new_a
    if name in ("equal", "not_equal"):
        if is_foreign(stranger) or stranger is None and isinstance(known, generic):
            return NotImplemented
        answer = name == "not_equal"
        if isinstance(known, ndarray) and known.ndim > 0:
            return k.full(known._shape, BOOL, float(answer))
        return registry["True_" if answer else "False_"]
    if isinstance(stranger, (str, bytes)):
        raise _text_loop(_BY_ID[100 + code], new_a, new_b)
    if name.startswith("logical"):
        raise unsupported(f"np.{name} of objects")
    if isinstance(known, generic) or is_foreign(stranger):
        return NotImplemented
    left, right = [
        type(x.reshape(-1)[0].item()).__name__ if isinstance(x, ndarray) and x.size else type(x).__name__
        for x in (new_a, new_b)
    ]
    raise TypeError(f"'{_SYMBOLS[name]}' not supported between instances of '{left}' and '{right}'")


def _unary(id, x, out):
    uf = _BY_ID[id]
    new = _operand(x)
    if _complex.has_complex(new):
        result = _complex.unary(uf.__name__, new)
        return give(result, out) if uf.__name__ == "absolute" else _given_complex(uf.__name__, result, out)
    if has_objects(new):
        result = unary(uf.__name__, asarray(new))
        if result is None:
            raise _not_supported(uf.__name__)
        return give(result, out)
    if not isinstance(new, (ndarray, generic, int, float)):
        if isinstance(new, (str, bytes)):
            raise _not_supported(uf.__name__)
        if uf.__name__ in ("negative", "positive", "absolute"):
            symbol = {"negative": "bad operand type for unary -", "positive": "bad operand type for unary +"}
            text = symbol.get(uf.__name__, "bad operand type for abs()")
            raise TypeError(f"{text}: '{type(new).__name__}'")
        raise TypeError(
            f"loop of ufunc does not support argument 0 of type {type(new).__name__} "
            f"which has no callable {uf.__name__} method"
        )
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
    if code >= FLOAT16:
        raise _not_supported(name)
    raise unsupported(f"np.{name} of {DTYPES[code].name}")


@register
def _slow_unary(code, x, out, _):
    return _unary(200 + code, x, out)


@register
def _slow_test(code, x, out, _):
    new = _operand(x)
    uf = _BY_ID[300 + code]
    if _complex.has_complex(new):
        return give(_complex.test(uf.__name__, new), out)
    if new is x:
        raise _not_supported(uf.__name__)
    return k.run(300 + code, new, None, out)
