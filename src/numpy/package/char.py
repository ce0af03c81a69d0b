"""Functions of arrays of texts: Python's own methods of texts, element by element."""

from ._broadcasting import broadcast_arrays
from ._creation import asarray
from ._elsewhere import from_module

# Each name is a method of texts; the line says which type the results have.
_METHODS = {
    str: (
        "capitalize center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase title translate upper zfill"
    ),
    int: "count find index rfind rindex",
    bool: "endswith isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper startswith",
    object: "partition rpartition rsplit split splitlines",
}


def _each(function, kind, *operands):
    parts = broadcast_arrays(*[asarray(x) for x in operands])
    rows = zip(*[part.reshape(-1).tolist() for part in parts], strict=True)
    results = [function(*row) for row in rows]
    if kind is object:
        made = asarray([None] * len(results), object)
        for i, result in enumerate(results):
            made[i] = result
    else:
        made = asarray(results, kind)
    made = made.reshape(parts[0].shape)
    return made[()] if made.ndim == 0 else made


def _method(name, kind):
    def function(a, *args, **kwargs):
        texts = [x for x in args if hasattr(x, "ndim")]
        if texts:
            return _each(lambda text, *rest: getattr(text, name)(*rest, **kwargs), kind, a, *args)
        made = _each(lambda text: getattr(text, name)(*args, **kwargs), kind, a)
        # What is taken away leaves the room that there was.
        return made.astype(asarray(a).dtype.str) if name.endswith("strip") and made.ndim else made

    function.__name__ = function.__qualname__ = name
    return function


for _kind, _names in _METHODS.items():
    for _name in _names.split():
        globals()[_name] = _method(_name, _kind)
del _kind, _names, _name


def add(x1, x2):
    return _each(lambda a, b: a + b, str, x1, x2)


def multiply(a, i):
    return _each(lambda text, times: text * max(times, 0), str, a, i)


def mod(a, values):
    return _each(lambda text, value: text % value, str, a, values)


def str_len(a):
    return _each(len, int, a)


def join(sep, seq):
    return _each(lambda between, text: between.join(text), str, sep, seq)


def equal(x1, x2):
    return _each(lambda a, b: a.rstrip() == b.rstrip(), bool, x1, x2)


def not_equal(x1, x2):
    return ~equal(x1, x2)


def greater(x1, x2):
    return _each(lambda a, b: a.rstrip() > b.rstrip(), bool, x1, x2)


def less(x1, x2):
    return _each(lambda a, b: a.rstrip() < b.rstrip(), bool, x1, x2)


def greater_equal(x1, x2):
    return ~less(x1, x2)


def less_equal(x1, x2):
    return ~greater(x1, x2)


def array(obj, **kwargs):
    return asarray(obj, str)


__getattr__ = from_module("np.char")
