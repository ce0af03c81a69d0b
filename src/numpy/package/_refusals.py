"""What ufuncs say of operands that they do not take."""

from . import _state
from ._backend import k, register, registry
from ._creation import asarray
from ._errors import UFuncTypeError, _UFuncNoLoopError, _UFuncOutputCastingError, unsupported
from ._types import BOOL, DTYPES, FLOAT16

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


def UFuncInputCastingError(name, source, target, casting, place):
    return UFuncTypeError(
        f"Cannot cast ufunc '{name}' input {place} from {source!r} to {target!r} with casting rule '{casting}'"
    )


def cast_refused(name, source, target, casting="same_kind"):
    raise _UFuncOutputCastingError(
        f"Cannot cast ufunc '{name}' output from {DTYPES[source]!r} to {DTYPES[target]!r} with casting rule '{casting}'"
    )


@register
def _cast_error(name, source, target):
    cast_refused(name, source, target)


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
    if name == "power" and BOOL < max(codes) < FLOAT16:
        return ValueError("Integers to negative integer powers are not allowed.")
    value, beside = (b, codes[0]) if type(b) is int else (a, codes[1])
    if type(value) is int and BOOL < beside < FLOAT16:
        low, high = DTYPES[beside].range
        if not low <= value < high:
            return OverflowError(f"Python integer {value} out of bounds for {DTYPES[beside].name}")
    if max(codes) >= FLOAT16 and name.startswith(("bitwise", "left", "right")):
        return _not_supported(name)
    k.run(k.opcode("add"), a, b)  # Shapes that do not fit come first.
    kind = "truth values" if max(codes) == BOOL else DTYPES[max(codes)].name
    return unsupported(f"np.{name} of {kind}, which NumPy computes as float16 or int8,")


def _not_supported(name):
    return TypeError(
        f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any "
        "supported types according to the casting rule ''safe''"
    )


def _raise_no_loop(uf, text):
    raise _UFuncNoLoopError(
        f"ufunc '{uf.__name__}' did not contain a loop with signature matching types {text} -> None"
    )
