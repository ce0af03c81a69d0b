"""Names that NumPy has, had, or that this package does not have: what to say of them."""

from ._errors import unsupported

# Names that NumPy 2 took away, with what it says to use instead.
_REMOVED = {
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
ELSEWHERE = frozenset(
    "ma polynomial rec ctypeslib core f2py matlib version dtypes matrix asmatrix bmat "
    "memmap einsum_path bartlett blackman hamming hanning kaiser isnat show_runtime typecodes "
    "isfortran asarray_chkfinite busday_count busday_offset "
    "is_busday busdaycalendar datetime64 timedelta64 datetime_as_string datetime_data "
    "nested_iters getbufsize setbufsize "
    "unique_all from_dlpack info test "
    "record recarray chararray bytes_ void "
    "longdouble float128 complex64 clongdouble csingle "
    "complex256 get_printoptions typename mintypecode format_parser sctypeDict fromregex array_function".split()
)


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
    if name in ELSEWHERE:
        raise unsupported(f"np.{name}")
    raise AttributeError(f"module 'numpy' has no attribute '{name}'")
