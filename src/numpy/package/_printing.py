"""Arrays as text, the way NumPy 2 prints them."""

import contextlib

from ._array import ndarray
from ._backend import k
from ._creation import asarray
from ._float_text import _ComplexFormat, _FloatFormat
from ._joining import concatenate
from ._types import BOOL, COMPLEX128, DATE, DTYPES, FLOAT16, FLOAT32, FLOAT64, INT64, OBJECT, SPAN, TEXT

_DEFAULTS = {
    "edgeitems": 3,
    "threshold": 1000,
    "floatmode": "maxprec",
    "precision": 8,
    "suppress": False,
    "linewidth": 75,
    "nanstr": "nan",
    "infstr": "inf",
    "sign": "-",
    "formatter": None,
    "legacy": False,
    "override_repr": None,
}
_options = dict(_DEFAULTS)


def _formatter(values, code, options, ndim):
    if code in (DATE, SPAN):
        texts = [f"'{v}'" if code == DATE or v._v is None else str(v._v) for v in values]
        width = max([len(text) for text in texts], default=0) if ndim else 0
        return lambda v: (f"'{v}'" if code == DATE or v._v is None else str(v._v)).rjust(width)
    if code >= TEXT:
        return _object_text
    custom = options["formatter"]
    if custom:
        kinds = {"b": ("bool",), "f": ("float", "float_kind"), "c": ("complexfloat", "complex_kind")}
        for kind in kinds.get(DTYPES[code].kind, ("int", "int_kind")):
            if kind in custom:
                return custom[kind]
        for kind in ("all", "numpystr" if code == BOOL else "all"):
            if kind in custom:
                return custom[kind]
    if code == BOOL:
        pad = 5 if ndim else 0
        return lambda v: str(v).rjust(pad)
    if code < FLOAT16:
        sign = options["sign"]
        width = max([len(_int_text(v, sign)) for v in values], default=0)
        return lambda v: _int_text(v, sign).rjust(width)
    width = {FLOAT16: "e", FLOAT32: "f"}.get(code, "")
    if code == COMPLEX128:
        return _ComplexFormat(values, options)
    return _FloatFormat(values, options, width)


def _object_text(value):
    if isinstance(value, (str, bytes)):
        return str.__repr__(value) if isinstance(value, str) else bytes.__repr__(value)
    return f"list({value!r})" if type(value) is list else repr(value)


def _int_text(value, sign):
    return f"{value:{sign}d}" if sign in ("+", " ") else str(value)


def _flatten(nested, ndim):
    if ndim == 0:
        return [nested]
    for _ in range(ndim - 1):
        nested = [item for part in nested for item in part]
    return nested


def _edges(a, edge):
    """The corners of an array that is summarised."""
    for axis, n in enumerate(a._shape):
        if n > 2 * edge:
            lead = (slice(None),) * axis
            a = concatenate([a[(*lead, slice(0, edge))], a[(*lead, slice(n - edge, n))]], axis)
    return a


def _text(a, options, separator, prefix, suffix):
    width = options["linewidth"] - len(suffix)
    edge = options["edgeitems"]
    summary = a.size > options["threshold"]
    shown = _edges(a, edge) if summary else a
    if shown._code in (DATE, SPAN):
        shown = shown.astype(shown.dtype)
    nested = k.to_list(shown)
    write = _formatter(_flatten(nested, a.ndim), a._code, options, a.ndim)
    if a.ndim == 0:
        return write(nested)
    lengths = a._shape

    def rows(part, axis, indent, width):
        """The text of one (sub)array whose rows hang behind `indent`."""
        last = axis == a.ndim - 1
        n = lengths[axis]
        cut = summary and n > 2 * edge
        if last:
            room = width - max(len(separator.rstrip()), 1)
            return "[" + _wrapped(part, write, cut, edge, separator, indent, room) + "]"
        pieces = [rows(item, axis + 1, indent + " ", width - 1) for item in part]
        if cut:
            pieces.insert(edge, "...")
        between = separator.rstrip() + "\n" * (a.ndim - axis - 1) + indent
        return "[" + between.join(pieces) + "]"

    return rows(nested, 0, " " * len(prefix) + " ", width)


def _wrapped(items, write, cut, edge, separator, indent, room):
    """The items of an innermost row, broken into lines that fit."""
    words = [write(item) for item in items]
    if cut:
        words.insert(edge, "...")
    lines = []
    line = indent
    for i, word in enumerate(words):
        if "\n" in word:
            word = word.replace("\n", "\n" + " " * len(line))
        if len(line) + len(word) > room and len(line) > len(indent):
            lines.append(line.rstrip())
            line = indent
        line += word
        if i < len(words) - 1:
            line += separator
    lines.append(line)
    return "\n".join(lines)[len(indent) :]


def array2string(
    a,
    max_line_width=None,
    precision=None,
    suppress_small=None,
    separator=" ",
    prefix="",
    style=None,
    formatter=None,
    threshold=None,
    edgeitems=None,
    sign=None,
    floatmode=None,
    suffix="",
    *,
    legacy=None,
):
    given = {
        "linewidth": max_line_width,
        "precision": precision,
        "suppress": suppress_small,
        "formatter": formatter,
        "threshold": threshold,
        "edgeitems": edgeitems,
        "sign": sign,
        "floatmode": floatmode,
    }
    options = {**_options, **{key: value for key, value in given.items() if value is not None}}
    a = asarray(a)
    if a.size == 0:
        return "[]"
    return _text(a, options, separator, prefix, suffix)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    a = asarray(a)
    if a.ndim == 0:
        return str(k.element(a))
    return array2string(a, max_line_width, precision, suppress_small, " ", "")


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    arr = asarray(arr)
    implied = arr._code in (BOOL, INT64, FLOAT64, COMPLEX128) and arr.size > 0
    width = _options["linewidth"] if max_line_width is None else max_line_width
    extras = []
    if arr.size == 0 and arr._shape != (0,) or arr.size > _options["threshold"]:
        extras.append(f"shape={arr._shape}")
    if not implied:
        extras.append(
            f"dtype='{arr.dtype}'" if arr._code >= TEXT and arr._code != OBJECT else f"dtype={arr.dtype.name}"
        )
    if arr.size == 0:
        body = "[]"
    else:
        body = array2string(
            arr, max_line_width, precision, suppress_small, ", ", "array(", suffix=")" if not extras else ","
        )
    if not extras:
        return f"array({body})"
    tail = ", ".join(extras) + ")"
    text = f"array({body},"
    last = len(text) - (text.rfind("\n") + 1)
    between = " "
    if last + len(tail) + 1 > width:
        between = "\n" + " " * len("array(")
    return text + between + tail


ndarray.__repr__ = lambda self: array_repr(self)
ndarray.__str__ = lambda self: array_str(self)


def set_printoptions(
    precision=None,
    threshold=None,
    edgeitems=None,
    linewidth=None,
    suppress=None,
    nanstr=None,
    infstr=None,
    formatter=None,
    sign=None,
    floatmode=None,
    *,
    legacy=None,
    override_repr=None,
):
    given = {key: value for key, value in locals().items() if value is not None}
    modes = ["fixed", "unique", "maxprec", "maxprec_equal"]
    if floatmode not in [*modes, None]:
        raise ValueError("floatmode option must be one of " + ", ".join([f'"{m}"' for m in modes]))
    if sign not in (None, "-", "+", " "):
        raise ValueError("sign option must be one of ' ', '+', or '-'")
    if threshold is not None and threshold != threshold:
        raise ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")
    if precision is not None and not hasattr(precision, "__index__"):
        raise TypeError("precision must be an integer")
    _options.update(given)
    _options["formatter"] = formatter


def get_printoptions():
    return dict(_options)


@contextlib.contextmanager
def printoptions(*args, **kwargs):
    old = dict(_options)
    try:
        set_printoptions(*args, **kwargs)
        yield dict(_options)
    finally:
        _options.update(old)
