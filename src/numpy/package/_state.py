"""Floating-point faults: what happens on a division by zero and the like."""

import functools
import warnings

from ._backend import register

_DEFAULTS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
_BITS = {"divide": 1, "over": 2, "under": 4, "invalid": 8}
_NAMES = {"divide": "divide by zero", "over": "overflow", "under": "underflow", "invalid": "invalid value"}
_current = dict(_DEFAULTS)
_callback = [None]
# What faults were met since `once` began; None where each is told as it is met.
_gathered: "list[int | None]" = [None]
_HERE = __file__.rpartition("/")[0]


class once:
    """Faults met inside are told at its end, all together, as those of `name`."""

    def __init__(self, name):
        self._name = name

    def __enter__(self):
        self._outer, _gathered[0] = _gathered[0], 0

    def __exit__(self, *error):
        bits, _gathered[0] = _gathered[0], self._outer
        if bits and error[0] is None:
            _fault(bits, self._name)


@register
def _fault(bits, name):
    if _gathered[0] is not None:
        _gathered[0] |= bits
        return
    for kind, bit in _BITS.items():
        if not bits & bit:
            continue
        action = _current[kind]
        if action == "ignore":
            continue
        message = f"{_NAMES[kind]} encountered in {name}"
        if action == "raise":
            raise FloatingPointError(message)
        if action == "call" and _callback[0] is not None:
            _callback[0](_NAMES[kind], bit)
        elif action == "print":
            print(f"Warning: {message}")
        elif action == "warn":
            warn(message)


def warn(message, category=RuntimeWarning):
    """Warns at the learner's line, whatever of this package lies between."""
    warnings.warn(message, category, stacklevel=2, skip_file_prefixes=(_HERE,))


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    old = dict(_current)
    for kind, action in (("divide", divide), ("over", over), ("under", under), ("invalid", invalid)):
        chosen = all if action is None else action
        if chosen is None:
            continue
        if chosen not in ("ignore", "warn", "raise", "call", "print", "log"):
            raise ValueError(f"unknown error handling {chosen!r}")
        _current[kind] = chosen
    return old


def geterr():
    return dict(_current)


def seterrcall(func):
    old = _callback[0]
    _callback[0] = func
    return old


def geterrcall():
    return _callback[0]


class errstate:
    def __init__(self, *, call=None, all=None, divide=None, over=None, under=None, invalid=None):
        self._wanted = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}

    def __enter__(self):
        self._old = seterr(**self._wanted)

    def __exit__(self, *error):
        _current.update(self._old)

    def __call__(self, function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            with errstate(**self._wanted):
                return function(*args, **kwargs)

        return inner


errstate.__module__ = "numpy"
