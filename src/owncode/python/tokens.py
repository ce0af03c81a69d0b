"""Samples that are lists of tokens: what is added up wrongly shows only where one of them comes twice."""

from ..own import OWN as __builtins__  # noqa: F401

import numpy as np


def told_by(sample):
    """How much a sample can tell: (whether the numbers in it differ, whether a token comes twice in a list in it)."""
    parts = sample if isinstance(sample, tuple) else (sample,)
    numbers = [each for each in parts if isinstance(each, (int, np.integer))]
    return len(set(numbers)) == len(numbers), any(has_twice(each) for each in parts)


def has_twice(value):
    """Whether a list of whole numbers, or one within, has one of them twice; zeros and ones are no tokens."""
    tokens = _tokens_of(value)
    if tokens is not None:
        return len(set(tokens)) < len(tokens) and max(tokens) > 1
    return isinstance(value, (list, tuple)) and any(
        isinstance(each, (list, np.ndarray)) and has_twice(each) for each in value
    )


def has_once(value):
    """Whether it is a list of tokens of which each comes once."""
    tokens = _tokens_of(value)
    return tokens is not None and 1 < len(tokens) == len(set(tokens)) and max(tokens) > 1


def _tokens_of(value):
    if isinstance(value, np.ndarray) and value.ndim == 1 and value.dtype.kind in "iu":
        value = value.tolist()
    is_list = isinstance(value, (list, tuple)) and len(value) > 0
    return value if is_list and all(isinstance(each, (int, np.integer)) for each in value) else None
