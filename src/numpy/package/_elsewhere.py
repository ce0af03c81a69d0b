"""What NumPy has and this package does not: each name, under what has it.

`test/numpy/names.test.ts` holds this table against NumPy's own names: nothing of it exists here, and nothing is left out.
"""

from ._errors import unsupported

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = {
    "np": (
        "asmatrix bmat busdaycalendar clongdouble complex256 complex64 core "
        "csingle ctypeslib einsum_path f2py float128 from_dlpack fromregex "
        "getbufsize info longdouble ma matrix memmap nested_iters rec recarray record "
        "sctypeDict setbufsize show_runtime test void chararray"
    ),
    "np.char": "chararray compare_chararrays decode encode",
    "np.strings": "decode encode",
    "np.exceptions": "ModuleDeprecationWarning TooHardError",
    "np.fft": "test",
    "np.lib": (
        "Arrayterator NumpyVersion add_docstring add_newdoc array_utils format introspect mixins npyio test "
        "tracemalloc_domain"
    ),
    "np.linalg": "test",
    "np.polynomial": (
        "Chebyshev Hermite HermiteE Laguerre Legendre chebyshev hermite hermite_e laguerre legendre polyutils "
        "set_default_printstyle test"
    ),
    "np.polynomial.polynomial": (
        "polygrid2d polygrid3d polyval2d polyval3d polyvalfromroots polyvander2d polyvander3d"
    ),
    "np.random": (
        "BitGenerator MT19937 PCG64 PCG64DXSM Philox SFC64 SeedSequence bit_generator get_bit_generator noncentral_f "
        "set_bit_generator test"
    ),
    "np.testing": (
        "BLAS_SUPPORTS_FPE HAS_LAPACK64 HAS_REFCOUNT IS_64BIT IS_EDITABLE IS_INSTALLED IS_MUSL IS_PYPY IS_PYSTON IS_WASM "
        "IgnoreException KnownFailureException NOGIL_BUILD NUMPY_ROOT SkipTest TestCase assert_array_almost_equal_nulp "
        "assert_array_compare assert_array_max_ulp assert_no_gc_cycles break_cycles build_err_msg check_support_sve "
        "clear_and_catch_warnings decorate_methods extbuild jiffies measure memusage overrides print_assert_equal "
        "run_threaded rundocs runstring tempdir temppath test verbose"
    ),
    "np.dtypes": ("ByteDType CLongDoubleDType Complex64DType LongDoubleDType StringDType"),
    "ndarray": "byteswap getfield dump dumps setfield ctypes",
    "scalar": "byteswap data dump dumps getfield setfield",
    "ufunc": "resolve_dtypes types ntypes",
    "nditer": (
        "copy debug_print dtypes enable_external_loop has_delayed_bufalloc iterationneedsapi iterrange itviews "
        "remove_axis remove_multi_index"
    ),
    "Generator": "bit_generator hypergeometric multivariate_hypergeometric spawn",
    "RandomState": "noncentral_f tomaxint",
}
ELSEWHERE = {owner: frozenset(names.split()) for owner, names in _NAMES.items()}


def from_module(owner):
    """A module's `__getattr__`: a name that NumPy's module has is told apart from one that nobody has."""
    full = owner.replace("np", "numpy", 1)

    def __getattr__(name) -> "Any":
        if name in ELSEWHERE[owner]:
            raise unsupported(f"{owner}.{name}")
        raise AttributeError(f"module '{full}' has no attribute '{name}'")

    return __getattr__


class _Absent:
    """Stands in a class for an attribute that is not here, on the class and on its objects alike."""

    def __init__(self, owner, name):
        self._owner, self._name = owner, name

    def __get__(self, instance, owner) -> "Any":
        refuse(self._owner, self._name)


def mark_absent(cls, owner):
    """Puts what NumPy's class has and this one lacks into the class."""
    for name in ELSEWHERE[owner]:
        setattr(cls, name, _Absent(owner, name))


def refuse(owner, name):
    """Says what is missing, where it is; a class's `__getattr__` is asked again after `_Absent` has raised."""
    if name in ELSEWHERE[owner]:
        raise unsupported(f"{owner}.{name}" if owner != "scalar" else f"{name} of NumPy's scalars")
