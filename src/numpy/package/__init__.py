"""NumPy for the Python that runs inside Backprop Tutor.

What backpropagation needs of NumPy 2, over kernels in TypeScript and the numpy-ts library. It is not the NumPy
project's code; what it lacks raises an error that says so.
"""

import builtins as _builtins

from . import (
    _arithmetic,
    _array,
    _axes,
    _backend,
    _bits,
    _broadcasting,
    _choosing,
    _construction,
    _conversion,  # noqa: F401 - what arrays call
    _counting,
    _creation,
    _days,
    _editing,
    _einsum,
    _files,
    _float_formats,
    _generic,
    _grids,
    _indexing,
    _iteration,
    _joining,
    _limits,
    _more,
    _padding,
    _parts,
    _polynomials,
    _printing,
    _products,
    _reductions,
    _scalars,
    _shapes,
    _sorting,
    _state,
    _statistics,
    _times,
    _types,
    _typing,
    _ufunc,
    _ufunc_calls,
    _ufunc_methods,
    _ufuncs,
    _vectorize,
    _without_nan,
    char,
    dtypes,
    emath,
    exceptions,
    fft,
    lib,
    linalg,
    polynomial,
    random,
    strings,
    testing,
    typing,
    version,
)
from ._array import ndarray
from ._errors import _UnsupportedError  # noqa: F401 - for the harness
from ._missing import missing
from ._reductions import cumprod, cumsum
from ._scalars import (
    False_,
    True_,
    bool_,
    complex128,
    float16,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    uint64,
)

# The public functions and types, by the module that defines each.
_HOMES = {
    _arithmetic: "around convolve correlate diff ediff1d fix gradient interp polyfit polyval round sinc trapezoid",
    _array: "ndarray",
    _axes: "matrix_transpose moveaxis permute_dims rollaxis swapaxes transpose",
    _broadcasting: "broadcast_arrays broadcast_shapes broadcast_to copyto",
    _choosing: (
        "allclose argwhere array_equal array_equiv clip flatnonzero imag isclose iscomplex iscomplexobj isneginf "
        "isposinf isreal isrealobj isscalar nan_to_num nonzero piecewise real select where"
    ),
    _construction: (
        "arange c_ copy diag diag_indices diagflat diagonal eye fill_diagonal fromfunction fromiter "
        "geomspace identity indices ix_ linspace logspace meshgrid r_ s_ trace tri tril tril_indices triu "
        "triu_indices vander"
    ),
    _counting: "bincount histogram histogram2d histogram_bin_edges",
    _creation: "array asanyarray asarray ascontiguousarray empty empty_like asfortranarray full full_like ones ones_like zeros zeros_like",
    _einsum: "einsum",
    _editing: "append delete flip fliplr flipud insert resize roll rot90",
    _generic: "character complexfloating flexible floating generic inexact integer number signedinteger unsignedinteger",
    _iteration: "flatiter ndenumerate ndindex nditer",
    _joining: (
        "array_split block column_stack concat concatenate dsplit dstack hsplit hstack repeat row_stack split stack "
        "tile unstack vsplit vstack"
    ),
    _limits: "finfo iinfo",
    _more: (
        "angle real_if_close sort_complex frexp i0 unwrap unique_values unique_counts unique_inverse vecdot m"
        "atvec vecmat astype isdtype tril_indices_from triu_indices_from diag_indices_from histogramdd index_exp "
        "unique_all isfortran asarray_chkfinite bartlett blackman hamming hanning kaiser"
    ),
    _parts: (
        "mask_indices trim_zeros apply_along_axis apply_over_axes choose compress extract place put put_along_axis putmask "
        "ravel_multi_index take take_along_axis unravel_index"
    ),
    _float_formats: "format_float_positional format_float_scientific",
    _printing: ("array2string array_repr array_str get_printoptions printoptions set_printoptions"),
    _products: "cross dot inner kron matmul outer tensordot vdot",
    _reductions: "all any argmax argmin average count_nonzero cumprod cumsum max mean min prod ptp std sum var",
    _scalars: "bytes_ object_ str_ False_ True_ bool_ complex128 float16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64",
    _shapes: "atleast_1d atleast_2d atleast_3d expand_dims ravel reshape squeeze",
    _sorting: (
        "argpartition argsort digitize intersect1d isin lexsort partition searchsorted setdiff1d setxor1d sort "
        "union1d unique"
    ),
    _state: "errstate geterr geterrcall seterr seterrcall",
    _statistics: "corrcoef cov median percentile quantile",
    _without_nan: (
        "nancumprod nancumsum nanpercentile nanquantile nanargmax nanargmin nanmax nanmean nanmedian nanmin nanprod nanstd "
        "nansum nanvar"
    ),
    _types: "dtype",
    _times: "datetime64 timedelta64",
    _days: "busday_count busday_offset datetime_as_string datetime_data is_busday isnat",
    _typing: (
        "binary_repr can_cast common_type get_include issubdtype iterable may_share_memory "
        "min_scalar_type ndim promote_types require result_type shape shares_memory show_config size typecodes typename mintypecode"
    ),
    _ufunc: "ufunc",
    _vectorize: "frompyfunc broadcast vectorize",
    _bits: "base_repr bitwise_count packbits spacing unpackbits",
    _files: "frombuffer fromfile fromstring genfromtxt load loadtxt save savetxt savez savez_compressed",
    _grids: "mgrid ogrid",
    _padding: "pad",
    _polynomials: "poly poly1d polyadd polyder polydiv polyint polymul polysub roots",
    _ufuncs: _ufuncs.ALL,
}
for _module, _names in _HOMES.items():
    for _name in _names.split() if isinstance(_names, str) else _names:
        globals()[_name] = getattr(_module, _name)

__version__ = version.version

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
half = float16
cdouble = complex128
int_ = intp = long = longlong = int64
intc = int32
byte, short, ubyte, ushort, uintc = int8, int16, uint8, uint16, uint32
uint = uintp = ulong = ulonglong = uint64
amax, amin = _reductions.max, _reductions.min
cumulative_sum, cumulative_prod = cumsum, cumprod
ScalarType = (int, float, complex, _builtins.bool, *[d.type for d in _types.DTYPES])

# Methods that are functions of the same name with the array in front.
_METHODS = {
    _reductions: "all any argmax argmin cumprod cumsum max mean min prod std sum var",
    _construction: "diagonal trace",
    _products: "dot",
    _choosing: "clip nonzero",
    _arithmetic: "round",
    _sorting: "argpartition argsort searchsorted",
    _parts: "choose put take",
    _shapes: "ravel squeeze",
    _joining: "repeat",
    _axes: "swapaxes",
}
for _module, _names in _METHODS.items():
    for _name in _names.split():
        setattr(ndarray, _name, getattr(_module, _name))
for _name in "all any max mean min prod std sum var".split():
    setattr(ndarray, _name, _reductions.as_method(getattr(_reductions, _name)))
ndarray.compress = _parts._method_compress
ndarray.reshape = _shapes._method_reshape
ndarray.transpose = _axes._method_transpose
ndarray.flatten = _shapes._method_flatten
ndarray.sort = _sorting._method_sort
ndarray.partition = _sorting._method_partition
for _name, _method in vars(ndarray).items():
    # Errors of arguments show the name, as NumPy's do.
    if hasattr(_method, "__code__") and _method.__qualname__ in (f"ndarray.{_name}", f"_method_{_name}"):
        _method.__qualname__ = _name
ndarray.conj = ndarray.conjugate = lambda self: _ufuncs.conjugate(self) if self.dtype.kind in "cO" else self
_backend.registry.update({d.type.__name__: d.type for d in _types.DTYPES if d.kind in "iu"})
_backend.registry.update(
    bool_=bool_, True_=True_, False_=False_, float64=float64, float32=float32, float16=float16, complex128=complex128
)


def _to_bytes(a):
    """An array as (type name, shape, its elements as float64 in C order)."""
    if a._code == _types.COMPLEX128:
        raise TypeError("an array of complex numbers is none of real ones")
    if a._code >= _types.TEXT:
        raise TypeError(f"an array of {'texts' if a._code == _types.TEXT else 'objects'} has no numbers")
    return a.dtype.name, a._shape, _backend.k.to_bytes(a)


def _from_bytes(data, shape, dtype="float64"):
    """The reverse of `_to_bytes`."""
    return _backend.k.from_bytes(data, tuple(shape), _types.type_code(dtype))


__getattr__ = missing


for _name in ("missing", "_module", "_names", "_name", "_method"):
    del globals()[_name]
