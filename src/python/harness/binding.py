"""How the learner's function takes its arguments: one after the other, or together in dictionaries."""

from .own import OWN as __builtins__  # noqa: F401

import types

_FunctionType = types.FunctionType
_UNPACKED = 0x04 | 0x08


def parameters_of(function):
    """(names with a place of their own, names by keyword only, names with a default) of a function, or None."""
    for _ in range(16):
        if type(function) is not _FunctionType:
            return None
        wrapped = function.__dict__.get("__wrapped__")
        if wrapped is None:
            break
        function = wrapped
    code = function.__code__
    placed = list(code.co_varnames[: code.co_argcount])
    keyword = list(code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount])
    defaults = function.__defaults__ or ()
    optional = set(placed[len(placed) - len(defaults) :] if defaults else ()) | set(function.__kwdefaults__ or ())
    return placed, keyword, optional


def signature_of(function):
    """`f(X, Y, rate=…)` as far as the names tell, or an empty text."""
    parameters = parameters_of(function)
    if parameters is None:
        return ""
    placed, keyword, optional = parameters
    written = [name + "=…" if name in optional else name for name in placed]
    flags = function.__code__.co_flags
    if flags & _UNPACKED:
        written.append("…")
    written += [name + "=…" if name in optional else name for name in keyword]
    return "%s(%s)" % (function.__code__.co_name, ", ".join(written))


class Binding:
    """Which of the exercise's arguments each parameter takes: (name,) for one, a list of names for a dictionary."""

    def __init__(self, placed, keyword):
        self.placed = placed
        self.keyword = keyword

    def pack(self, values):
        """(positional, keyword arguments) of `values`, which are by name."""
        return (
            [_taken(wanted, values) for _, wanted in self.placed],
            {name: _taken(wanted, values) for name, wanted in self.keyword},
        )


def _taken(wanted, values):
    if isinstance(wanted, str):
        return values[wanted]
    return {name: values[name] for name in wanted}


class Unbound(Exception):
    """A parameter that is none of the exercise's names, beside a dictionary."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


def binding_of(function, names, bundles):
    """The `Binding` of a function that takes a dictionary, or None for one that takes all in order.

    `bundles` gives the names that a dictionary parameter of that name holds. Raises `Unbound` where a parameter beside a
    dictionary can be none of the rest.
    """
    parameters = parameters_of(function)
    if parameters is None:
        return None
    placed, keyword, optional = parameters
    every = placed + keyword
    taken = {name: bundles[name.lower()] for name in every if name not in names and bundles.get(name.lower())}
    if not taken:
        return None
    for name in every:
        if name in taken:
            continue
        same = [known for known in names if known == name] or [
            known for known in names if known.lower() == name.lower()
        ]
        if len(same) == 1 and same[0] not in taken.values():
            taken[name] = same[0]
    held = {known for wanted in taken.values() if not isinstance(wanted, str) for known in wanted}
    left = [known for known in names if known not in held and known not in taken.values()]
    for name in every:
        if name not in taken and left:
            # What is left goes by its place: `labels` for Y, `alpha` for learning_rate.
            taken[name] = left.pop(0)
        elif name not in taken and name not in optional:
            raise Unbound(name)
    in_order, by_name = [], []
    for index, name in enumerate(placed):
        if name in taken:
            (in_order if len(in_order) == index else by_name).append((name, taken[name]))
    return Binding(in_order, by_name + [(name, taken[name]) for name in keyword if name in taken])


def by_names(result, names):
    """What a drive is given where the function gives a dictionary: its arrays as the exercise orders them."""
    if isinstance(result, tuple):
        held = [item for item in result if isinstance(item, dict)]
        if len(held) == 1 and all(name in held[0] for name in names):
            result = held[0]
    if len(names) > 1 and isinstance(result, dict) and all(name in result for name in names):
        return tuple([dict.__getitem__(result, name) for name in names])
    return result
