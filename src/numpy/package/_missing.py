"""Names that NumPy has, had, or that this package does not have: what to say of them."""

import sys

from ._elsewhere import ELSEWHERE, from_module
from ._errors import unsupported

# Names that NumPy 2 took away, with what it says to use instead.
_REMOVED = {
    "find_common_type": (
        "Use `numpy.promote_types` or `numpy.result_type` instead. To achieve semantics for the `scalar_types` argument, use "
        "`numpy.result_type` and pass the Python values `0`, `0.0`, or `0j`."
    ),
    "source": "Use `inspect.getsource` instead.",
    "who": "Use an IDE variable explorer or `locals()` instead.",
    "lookfor": "Search NumPy's documentation directly.",
    "fastCopyAndTranspose": "Use `arr.T.copy()` instead.",
    "singlecomplex": "Use `np.complex64` instead.",
    "cfloat": "Use `np.complex128` instead.",
    "longcomplex": "Use `np.clongdouble` instead.",
    "issctype": "Use `issubclass(rep, np.generic)` instead.",
    "obj2sctype": "Use `np.dtype(obj).type` instead.",
    "sctype2char": "Use `np.dtype(obj).char` instead.",
    "issubclass_": "Use `issubclass` builtin instead.",
    "maximum_sctype": (
        "Use a specific dtype instead. You should avoid relying on any implicit mechanism and select the largest dtype of a "
        "kind explicitly in the code."
    ),
    "recfromtxt": "Use `np.genfromtxt` instead.",
    "deprecate": "Emit `DeprecationWarning` with `warnings.warn` directly, or use `typing.deprecated`.",
    "nbytes": "Use `np.dtype(<dtype>).itemsize` instead.",
    "byte_bounds": "Now it's available under `np.lib.array_utils.byte_bounds`",
    "compare_chararrays": "It's still available as `np.char.compare_chararrays`.",
    "format_parser": "It's still available as `np.rec.format_parser`.",
    "add_newdoc": "It's still available as `np.lib.add_newdoc`.",
    "add_docstring": "It's still available as `np.lib.add_docstring`.",
    "tracemalloc_domain": "It's now available from `np.lib`.",
    "DataSource": "It's still available as `np.lib.npyio.DataSource`.",
    "float_": "Use `np.float64` instead.",
    "complex_": "Use `np.complex128` instead.",
    "unicode_": "Use `np.str_` instead.",
    "string_": "Use `np.bytes_` instead.",
    "longfloat": "Use `np.longdouble` instead.",
    "Inf": "Use `np.inf` instead.",
    "Infinity": "Use `np.inf` instead.",
    "infty": "Use `np.inf` instead.",
    "PINF": "Use `np.inf` instead.",
    "NINF": "Use `-np.inf` instead.",
    "NaN": "Use `np.nan` instead.",
    "NZERO": "Use `-0.0` instead.",
    "PZERO": "Use `0.0` instead.",
    "mat": "Use `np.asmatrix` instead.",
    "asfarray": "Use `np.asarray` with a proper dtype instead.",
    "cast": "Use `np.asarray(arr, dtype=dtype)` instead.",
    "safe_eval": "Use `ast.literal_eval` instead.",
    "sctypes": "Access dtypes explicitly instead.",
    "issubsctype": "Use `np.issubdtype` instead.",
    "round_": "Use `np.round` instead.",
    "alltrue": "Use `np.all` instead.",
    "sometrue": "Use `np.any` instead.",
    "geterrobj": "Use the np.errstate context manager instead.",
    "seterrobj": "Use the np.errstate context manager instead.",
    "recfromcsv": "Use `np.genfromtxt` with comma delimiter instead.",
    "set_string_function": ("Use `np.set_printoptions` instead with a formatter for custom printing of NumPy objects."),
}
# Names that were once NumPy's for Python's own types, with the advice that goes with each.
_WANTED = "If you specifically wanted the numpy scalar type, use `np.{}` here."
_BUILTIN_NAMES = {
    "int": (
        "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you "
        "wish to review your current use, check the release note link for additional information."
    ),
    "float": _WANTED.format("float64"),
    "complex": _WANTED.format("complex128"),
    "str": _WANTED.format("str_"),
    "object": "",
}
_of_numpy = from_module("np")
# Modules of NumPy's that can be imported by name, and what comes of them here.
_MODULES = frozenset(
    "core ctypeslib f2py ma matlib matrixlib rec lib.array_utils lib.format lib.introspect lib.mixins "
    "lib.npyio lib.recfunctions polynomial.chebyshev polynomial.hermite polynomial.hermite_e polynomial.laguerre "
    "polynomial.legendre polynomial.polyutils".split()
)


class _Importer:
    """Says of `import numpy.ma` and `from numpy import matrix` what `np.ma` and `np.matrix` say, where Python would say
    that no such module or name exists."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        first, *parts = name.split(".")
        if first != "numpy" or not parts:
            return
        owner = ".".join(["np", *parts[:-1]])
        if parts[-1] in ELSEWHERE.get(owner, ()) or not _MODULES.isdisjoint((parts[0], ".".join(parts[:2]))):
            raise unsupported(f"np.{'.'.join(parts)}")


sys.meta_path.append(_Importer)


def missing(name):
    """Raises for a name that is not in `numpy`."""
    if name in _REMOVED:
        raise AttributeError(f"`np.{name}` was removed in the NumPy 2.0 release. {_REMOVED[name]}")
    if name in _BUILTIN_NAMES:
        raise AttributeError(
            f"module 'numpy' has no attribute '{name}'.\n`np.{name}` was a deprecated alias for the builtin `{name}`. To "
            f"avoid this error in existing code, use `{name}` by itself. Doing this will not modify any behavior and is "
            f"safe. {_BUILTIN_NAMES[name]}\nThe aliases was originally deprecated in NumPy 1.20; for more details and "
            "guidance see the original release note at:\n    "
            "https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations"
        )
    return _of_numpy(name)
