"""The assertions of `numpy.testing` that learners use."""

import contextlib
import math
import re
import warnings

from . import _ufuncs
from ._array import ndarray
from ._broadcasting import broadcast_arrays
from ._choosing import argwhere, isclose
from ._creation import asarray
from ._elsewhere import from_module
from ._printing import array2string
from ._types import TEXT

__getattr__ = from_module("np.testing")


def _compare(actual, desired, same, header, err_msg, names=("ACTUAL", "DESIRED")):
    actual, desired = asarray(actual), asarray(desired)
    if actual._shape != desired._shape and actual.ndim and desired.ndim:
        raise AssertionError(
            f"\n{header}\n{err_msg}\n(shapes {actual._shape}, {desired._shape} mismatch)\n"
            f" {names[0]}: {actual!r}\n {names[1]}: {desired!r}"
        )
    x, y = broadcast_arrays(actual, desired)
    good = asarray(same(x, y))
    if good.all():
        return
    if x._code < TEXT and y._code < TEXT and not (_ufuncs.isnan(x) == _ufuncs.isnan(y)).all():
        raise AssertionError(
            f"\n{header}\n{err_msg}\nnan location mismatch:\n {names[0]}: {actual!r}\n {names[1]}: {desired!r}"
        )
    wrong = int((~good).sum())
    share = 100 * wrong / good.size
    raise AssertionError(
        f"\n{header}\n{err_msg}\nMismatched elements: {wrong} / {good.size} ({share:.3g}%)\n{_told(x, y, good, names)}"
        f" {names[0]}: {actual!r}\n {names[1]}: {desired!r}"
    )


def _told(x, y, good, names):
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
            lines.append(f" {at}: {x[tuple(at)]} ({names[0]}), {y[tuple(at)]} ({names[1]})")
    if x._code >= TEXT or y._code >= TEXT:
        return "\n".join([*lines, ""])
    wrong = asarray(~good)
    error = asarray(_ufuncs.absolute(x * 1 - y * 1))[wrong]
    lines.append(f"Max absolute difference among violations: {array2string(error.max())}")
    beside = asarray(_ufuncs.absolute(y))[wrong]
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
    if isinstance(desired, dict) and isinstance(actual, dict):
        assert_equal(len(actual), len(desired), err_msg)
        for key, value in desired.items():
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], value, f"key={key!r}\n{err_msg}")
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for i, (one, other) in enumerate(zip(actual, desired, strict=True)):
            assert_equal(one, other, f"item={i!r}\n{err_msg}")
        return
    if isinstance(actual, ndarray) or isinstance(desired, ndarray):
        assert_array_equal(actual, desired, err_msg)
    elif not (actual == desired or actual != actual and desired != desired):
        raise AssertionError(_items(actual, desired, "Items are not equal:", err_msg))


def _items(actual, desired, header, err_msg):
    return "\n".join(["", header, *([err_msg] if err_msg else []), f" ACTUAL: {actual!r}", f" DESIRED: {desired!r}"])


def assert_(val, msg=""):
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    if not isinstance(actual, (ndarray, list, tuple)) and not isinstance(desired, (ndarray, list, tuple)):
        if not abs(desired - actual) < 1.5 * 10.0**-decimal:
            header = f"Arrays are not almost equal to {decimal} decimals"
            raise AssertionError(_items(actual, desired, header, err_msg))
        return
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
    _compare(x, y, _ufuncs.less, "Arrays are not strictly ordered `x < y`", err_msg, ("x", "y"))


def assert_raises(exception, callable=None, *args, **kwargs):
    @contextlib.contextmanager
    def raising():
        try:
            yield
        except exception:
            return
        by = "" if callable is None else f" by {callable.__name__}"
        raise AssertionError(f"{exception.__name__} not raised{by}")

    if callable is None:
        return raising()
    with raising():
        callable(*args, **kwargs)


def assert_raises_regex(exception_class, expected_regexp, *args, **kwargs):
    @contextlib.contextmanager
    def raising():
        try:
            yield
        except exception_class as error:
            if not re.search(expected_regexp, str(error)):
                raise AssertionError(f'"{expected_regexp}" does not match "{error}"') from None
            return
        raise AssertionError(f"{exception_class.__name__} not raised")

    if not args:
        return raising()
    with raising():
        args[0](*args[1:], **kwargs)


def assert_string_equal(actual, desired):
    if actual != desired:
        raise AssertionError(f"Differences in strings:\n- {actual}\n+ {desired}")


def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
    if actual == desired:
        return
    scale = 10.0 ** math.floor(math.log10(0.5 * (abs(desired) + abs(actual))))
    if abs(desired / scale - actual / scale) >= 10.0 ** -(significant - 1):
        raise AssertionError(
            _items(actual, desired, f"Items are not equal to {significant} significant digits:", err_msg)
        )


@contextlib.contextmanager
def _warned(category, found):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        yield
    found(category, [one for one in seen if issubclass(one.category, category)])


def _some(category, seen):
    if not seen:
        raise AssertionError(f"No warning raised ({category.__name__} was expected)")


def _none(category, seen):
    if seen:
        raise AssertionError(f"Got warnings: {seen}")


def _watched(category, found, args, kwargs):
    if not args:
        return _warned(category, found)
    with _warned(category, found):
        return args[0](*args[1:], **kwargs)


def assert_warns(warning_class, *args, **kwargs):
    return _watched(warning_class, _some, args, kwargs)


def assert_no_warnings(*args, **kwargs):
    return _watched(Warning, _none, args, kwargs)


class suppress_warnings(warnings.catch_warnings):
    """Warnings that are to be ignored for a while."""

    def filter(self, category=Warning, message="", module=None):
        warnings.filterwarnings("ignore", message, category)
