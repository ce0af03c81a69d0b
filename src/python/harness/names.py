"""Which known name a misspelt one may have meant."""

from .own import OWN as __builtins__  # noqa: F401

import ast


def closest(name, known):
    """The known name that is nearest to `name`, or an empty text where none is near."""
    ranked = [(rank, len(other), other) for other in known for rank in [_distance(name, other)] if rank is not None]
    return min(ranked)[2] if ranked else ""


def _digits(name):
    return [letter for letter in name if letter.isdigit()]


def _plain(name):
    return name.lower().replace("_", "").replace(".", "")


def _distance(name, other):
    """A rank for how near two names are, or None where they are not."""
    if name == other:
        return None
    if _plain(name) == _plain(other):
        return 0
    short, long = sorted([_plain(name), _plain(other)], key=len)
    if len(short) < 2 or not short:
        return None
    alike = _digits(name) == _digits(other)
    changes = _changes(_plain(name), _plain(other))
    if alike and changes == 1 and len(short) >= 3:
        return 1
    if alike and len(short) >= 3 and 3 * len(short) >= len(long) and (long.startswith(short) or long.endswith(short)):
        return 2
    if alike and len(short) >= 3 and short[0] == long[0] and 2 * len(short) >= len(long) and _is_within(short, long):
        return 3
    allowed = 1 if len(short) < 6 else 2
    if changes <= allowed and len(short) >= 3:
        return 3 if alike else 6
    return None


def _is_within(short, long):
    letters = iter(long)
    return all(letter in letters for letter in short)


def _changes(a, b):
    """How many letters have to be changed, put in, left out, or swapped with their neighbour."""
    if abs(len(a) - len(b)) > 2 or len(a) > 60:
        return 99
    before, row = [], list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, old, row = row, before, [i]
        for j, right in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, old[j - 2] + 1)
            row.append(best)
    return row[-1]


def set_elsewhere(name, tree, here):
    """The name of a function of the snippet, not `here`, that sets a local of that name; else an empty text."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name != here:
            for node in ast.walk(function):
                if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
                    return function.name
    return ""
