"""Writes `names.json`: every public name of the real NumPy, by the expression whose attributes they are.

Run it with an interpreter that has the NumPy of the tests: `.test-python/bin/python3 test/numpy/names/list.py`.
"""

import importlib
import json
import pathlib
import warnings

import numpy as np

OWNERS = """
np
np.char np.dtypes np.emath np.exceptions np.fft np.lib np.lib.array_utils np.lib.format np.lib.introspect np.lib.mixins
np.lib.npyio np.lib.scimath np.lib.stride_tricks np.linalg np.ma np.polynomial np.polynomial.polynomial np.random np.rec np.strings np.testing
np.typing np.version
np.ndarray np.zeros(2) np.zeros(2).flags np.zeros(2).flat np.array(['a']) np.array([None])
np.generic np.bool_(1) np.uint8(1) np.int32(1) np.int64(1) np.float16(1) np.float32(1) np.float64(1) np.complex128(1) np.str_('a')
np.dtype(float) np.finfo(float) np.iinfo(int) np.add np.exp np.poly1d([1]) np.errstate() np.vectorize(abs)
np.ndindex(2) np.ndenumerate([1]) np.broadcast([1],[2]) np.nditer([1])
np.random.default_rng(0) np.random.RandomState(0)
""".split()


def public(owner):
    """The names that an owner gives out; of the functions of polynomials, not what their file imports."""
    names = owner.__all__ if getattr(owner, "__name__", "") == "numpy.polynomial.polynomial" else dir(owner)
    return sorted([name for name in names if not name.startswith("_")])


def main():
    warnings.simplefilter("ignore")
    names = {}
    for owner in OWNERS:
        parts = owner.split(".")
        for n in range(2, len(parts) + 1):
            try:
                importlib.import_module(".".join(["numpy", *parts[1:n]]))
            except ImportError:
                break
        names[owner] = public(eval(owner, {"np": np}))
    # Still there, but no longer told by `dir`.
    names["np"].append("chararray")
    target = pathlib.Path(__file__).with_name("names.json")
    target.write_text(json.dumps({"version": np.__version__, "names": names}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
