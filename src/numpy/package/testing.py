"""The assertions of `numpy.testing` that learners use."""

import contextlib

from . import _ufuncs
from ._broadcasting import broadcast_arrays
from ._choosing import argwhere, isclose
from ._creation import asarray
from ._printing import array2string
from ._types import TEXT


def _compare(actual, desired, same, header, err_msg):
    actual, desired = asarray(actual), asarray(desired)
    if actual._shape != desired._shape and actual.ndim and desired.ndim:
        raise AssertionError(
            f"\n{header}\n{err_msg}\n(shapes {actual._shape}, {desired._shape} mismatch)\n"
            f" ACTUAL: {actual!r}\n DESIRED: {desired!r}"
        )
    x, y = broadcast_arrays(actual, desired)
    good = asarray(same(x, y))
    if good.all():
        return
    wrong = int((~good).sum())
    share = 100 * wrong / good.size
    raise AssertionError(
        f"\n{header}\n{err_msg}\nMismatched elements: {wrong} / {good.size} ({share:.3g}%)\n{_told(x, y, good)}"
        f" ACTUAL: {actual!r}\n DESIRED: {desired!r}"
    )


def _told(x, y, good):
    """Where two arrays differ, and by how much at most."""
    if good.ndim == 0:
        lines = []
    else:
        places = argwhere(~good).tolist()
        head = "Mismatch at index" if len(places) == 1 else "Mismatch at indices"
        if len(places) > 5:
            head = "First 5 mismatches are at indices"
        lines = [f"{head}:"]
        for at in places[:5]:
            lines.append(f" {at}: {x[tuple(at)]} (ACTUAL), {y[tuple(at)]} (DESIRED)")
    if x._code >= TEXT or y._code >= TEXT:
        return "\n".join([*lines, ""])
    wrong = ~good
    error = _ufuncs.absolute(x * 1 - y * 1)[wrong]
    lines.append(f"Max absolute difference among violations: {array2string(error.max())}")
    beside = _ufuncs.absolute(y)[wrong]
    nonzero = beside != 0
    most = (error[nonzero] / beside[nonzero]).max() if nonzero.any() else None
    told = "inf" if not nonzero.all() else array2string(most)
    lines.append(f"Max relative difference among violations: {told}")
    return "\n".join([*lines, ""])


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    _compare(
        actual,
        desired,
        lambda x, y: isclose(x, y, rtol, atol, equal_nan),
        f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}",
        err_msg,
    )


def _same(x, y):
    return _ufuncs.equal(x, y) | _ufuncs.isnan(x) & _ufuncs.isnan(y)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    _compare(actual, desired, _same, "Arrays are not equal", err_msg)


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    if isinstance(actual, (list, tuple, dict, str)) and type(actual) is type(desired):
        if actual != desired:
            raise AssertionError(f"\nItems are not equal:\n{err_msg}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")
        return
    assert_array_equal(actual, desired, err_msg)


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    _compare(
        actual,
        desired,
        lambda x, y: _ufuncs.absolute(x - y) < 1.5 * 10.0**-decimal,
        f"Arrays are not almost equal to {decimal} decimals",
        err_msg,
    )


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    assert_almost_equal(actual, desired, decimal, err_msg)


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    _compare(x, y, _ufuncs.less, "Arrays are not strictly ordered `x < y`", err_msg)


def assert_raises(exception, callable=None, *args, **kwargs):
    @contextlib.contextmanager
    def raising():
        try:
            yield
        except exception:
            return
        raise AssertionError(f"{exception.__name__} not raised")

    if callable is None:
        return raising()
    with raising():
        callable(*args, **kwargs)
