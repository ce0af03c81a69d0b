"""NumPy for the Python that runs inside Backprop Tutor.

What backpropagation needs of NumPy 2, over kernels in TypeScript and the numpy-ts library. It is not the NumPy
project's code; what it lacks raises an error that says so.
"""

import builtins as _builtins
import sys as _sys

from . import _arithmetic, _array, _backend, _choosing, _construction, _indexing, _iteration, _parts, _printing, _products
from . import _reductions, _shapes, _sorting, _state, _statistics, _types, _typing, _ufuncs
from . import exceptions, linalg, random, testing, typing
from ._array import (
    array,
    asanyarray,
    asarray,
    ascontiguousarray,
    copyto,
    empty,
    empty_like,
    full,
    full_like,
    ndarray,
    ones,
    ones_like,
    zeros,
    zeros_like,
)
from ._errors import _UnsupportedError, unsupported as _unsupported
from ._iteration import broadcast, flatiter, ndenumerate, ndindex, nditer, vectorize
from ._printing import (
    array2string,
    array_repr,
    array_str,
    format_float_positional,
    format_float_scientific,
    get_printoptions,
    printoptions,
    set_printoptions,
)
from ._reductions import (
    all,
    any,
    argmax,
    argmin,
    average,
    count_nonzero,
    cumprod,
    cumsum,
    max,
    mean,
    min,
    prod,
    ptp,
    std,
    sum,
    var,
)
from ._state import errstate, geterr, geterrcall, seterr, seterrcall
from ._types import (
    False_,
    True_,
    bool_,
    character,
    complexfloating,
    dtype,
    flexible,
    float32,
    float64,
    floating,
    generic,
    inexact,
    int32,
    int64,
    integer,
    number,
    signedinteger,
    unsignedinteger,
)
from ._ufuncs import ufunc

__version__ = "2.4.0+backprop"

pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = float("inf")
nan = float("nan")
newaxis = None
little_endian = True

bool = bool_
double = float64
single = float32
int_ = intp = long = longlong = int64
intc = int32
amax, amin = max, min
cumulative_sum, cumulative_prod = cumsum, cumprod
ScalarType = (int, float, _builtins.bool, bool_, int32, int64, float32, float64)

_SHAPES = (
    "append array_split atleast_1d atleast_2d atleast_3d block broadcast_arrays broadcast_shapes broadcast_to "
    "column_stack concat concatenate delete dsplit dstack expand_dims flip fliplr flipud hsplit hstack insert "
    "matrix_transpose moveaxis permute_dims ravel repeat reshape resize roll rollaxis rot90 row_stack split squeeze stack "
    "swapaxes tile transpose unstack vsplit vstack"
)
_FUNCTIONS = (
    "allclose apply_along_axis apply_over_axes arange argpartition argsort argwhere around array_equal array_equiv "
    "binary_repr bincount c_ can_cast choose clip common_type compress convolve copy corrcoef correlate cov cross diag "
    "diag_indices diagflat diagonal diff digitize dot ediff1d einsum extract eye fill_diagonal finfo fix flatnonzero "
    "frombuffer fromfunction fromiter geomspace get_include gradient histogram identity iinfo imag indices inner interp "
    "intersect1d isclose iscomplex iscomplexobj isin isneginf isposinf isreal isrealobj isscalar issubdtype iterable ix_ "
    "kron lexsort linspace logspace matmul may_share_memory median meshgrid min_scalar_type nan_to_num nanargmax nanargmin "
    "nanmax nanmean nanmedian nanmin nanprod nanstd nansum nanvar ndim nonzero outer pad partition percentile piecewise "
    "place polyfit polyval promote_types put put_along_axis putmask quantile r_ ravel_multi_index real require result_type "
    "round s_ searchsorted select setdiff1d setxor1d shape shares_memory show_config sinc size sort take take_along_axis "
    "tensordot trace trapezoid tri tril tril_indices triu triu_indices union1d unique unravel_index vander vdot where"
)
_MODULES = (_construction, _products, _choosing, _arithmetic, _sorting, _statistics, _parts, _typing)
_PUBLIC = {}
for _module in _MODULES:
    for _name, _function in vars(_module).items():
        if getattr(_function, "__module__", None) in (_module.__name__, "numpy"):
            _PUBLIC.setdefault(_name, _function)
for _name in _FUNCTIONS.split():
    globals()[_name] = _PUBLIC[_name]
for _module, _names in ((_shapes, _SHAPES.split()), (_ufuncs, _ufuncs.ALL)):
    for _name in _names:
        globals()[_name] = getattr(_module, _name)

# Methods that are functions of the same name with the array in front.
_METHODS = {
    _reductions: "all any argmax argmin cumprod cumsum max mean min prod std sum var",
    _construction: "diagonal trace",
    _products: "dot",
    _choosing: "clip nonzero",
    _arithmetic: "round",
    _sorting: "argsort searchsorted",
    _parts: "choose compress put take",
    _shapes: "ravel repeat squeeze swapaxes",
}
for _module, _names in _METHODS.items():
    for _name in _names.split():
        setattr(ndarray, _name, getattr(_module, _name))
for _name in "all any max mean min prod std sum var".split():
    setattr(ndarray, _name, _reductions.as_method(getattr(_reductions, _name)))
ndarray.reshape = _shapes._method_reshape
ndarray.transpose = _shapes._method_transpose
ndarray.flatten = _shapes._flatten
ndarray.sort = _sorting._sort_in_place
ndarray.conj = ndarray.conjugate = lambda self: self
_backend.registry.update(
    int64=int64, int32=int32, bool_=bool_, True_=True_, False_=False_, float64=float64, float32=float32
)

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
    "set_string_function": (
        "Use `np.set_printoptions` instead with a formatter for custom printing of NumPy objects."
    ),
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
_ELSEWHERE = frozenset(
    "fft ma polynomial char rec lib ctypeslib strings core f2py emath matlib version dtypes matrix asmatrix bmat save "
    "savez savez_compressed load loadtxt savetxt genfromtxt fromfile fromstring memmap frompyfunc einsum_path "
    "histogram2d histogramdd histogram_bin_edges poly poly1d polyadd polyder polydiv polyint polymul polysub roots "
    "angle real_if_close sort_complex unwrap i0 isfortran asfortranarray asarray_chkfinite busday_count busday_offset "
    "is_busday busdaycalendar datetime64 timedelta64 datetime_as_string datetime_data packbits unpackbits bitwise_count "
    "base_repr mgrid ogrid index_exp nanpercentile nanquantile nancumsum nancumprod mask_indices "
    "tril_indices_from triu_indices_from diag_indices_from trim_zeros frexp spacing nested_iters getbufsize setbufsize "
    "unique_all unique_counts unique_inverse unique_values vecdot matvec vecmat isdtype astype from_dlpack info test "
    "record recarray chararray object_ str_ bytes_ void int8 int16 uint8 uint16 uint32 uint64 uint uintp byte ubyte short "
    "ushort uintc ulong ulonglong float16 half longdouble float128 complex64 complex128 clongdouble csingle cdouble "
    "complex256 get_printoptions typename mintypecode format_parser sctypeDict msort fromregex array_function".split()
)


def __getattr__(name):
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
    if name in _ELSEWHERE:
        raise _unsupported(f"np.{name}")
    raise AttributeError(f"module 'numpy' has no attribute '{name}'")


def _to_bytes(a):
    """An array as (type name, shape, its elements as float64 in C order)."""
    return a.dtype.name, a._shape, _backend.k.to_bytes(a)


def _from_bytes(data, shape, dtype="float64"):
    """The reverse of `_to_bytes`."""
    return _backend.k.from_bytes(data, tuple(shape), _types.type_code(dtype))


def _saver():
    """Remembers this package as it is, and gives a function that makes it so again."""
    owners = []

    def remember(owner):
        owners.append((owner, dict(vars(owner))))

    def take():
        owners.clear()
        for name, module in list(_sys.modules.items()):
            if name == "numpy" or name.startswith("numpy."):
                remember(module)
                for value in list(vars(module).values()):
                    if isinstance(value, type) and value.__module__.startswith("numpy"):
                        if not [o for o, _ in owners if o is value]:
                            remember(value)
                    elif isinstance(value, ufunc) and not [o for o, _ in owners if o is value]:
                        remember(value)

    def restore():
        for owner, saved in owners:
            now = vars(owner)
            if now == saved if False else _same(now, saved):
                continue
            for name in [n for n in now if n not in saved]:
                delattr(owner, name)
            for name, value in saved.items():
                if now.get(name, owners) is not value:
                    setattr(owner, name, value)

    def _same(now, saved):
        if len(now) != len(saved):
            return False
        for name, value in saved.items():
            if now.get(name, owners) is not value:
                return False
        return True

    return take, restore


_remember, _restore = _saver()


def _reset():
    """Undoes what a run may have left: changed names, print options, error states, seeds."""
    _restore()
    _state.reset()
    _printing.reset()
    random._reset()
    _backend.k.clear()


@_backend.when_bound.append
def _fast():
    """Puts kernels in the place of functions that only pass on to them."""
    _remember()


for _name in ("_module", "_names", "_name", "_function", "_PUBLIC"):
    del globals()[_name]
