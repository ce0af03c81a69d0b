"""The functions that are neither universal functions, nor reductions, nor changes of shape."""

import builtins
import operator

from . import _ufuncs
from ._array import array, asarray, copyto, full, ndarray, shape_text, zeros
from ._backend import k, register
from ._errors import _UFuncNoLoopError, unsupported
from ._reductions import checked_axis
from ._shapes import broadcast_arrays, broadcast_to, concatenate, moveaxis, ravel, reshape, swapaxes, transpose
from ._types import BOOL, DTYPES, FLOAT32, FLOAT64, INT32, INT64, can_cast_codes, dtype, generic, promote, type_code
from ._ufuncs import give, isfinite, isinf, isnan

_UNSET = object()


# Making arrays


def arange(start, stop=None, step=1, dtype=None, *, device=None, like=None):
    if stop is None:
        start, stop = 0, start
    parts = [x if isinstance(x, (int, float)) else asarray(x)[()] for x in (start, stop, step)]
    code = type_code(dtype) if dtype is not None else -1
    if code < 0:
        code = INT64
        for x in parts:
            if isinstance(x, float):
                code = FLOAT64
            elif isinstance(x, generic):
                code = promote(code, x.dtype._code)
    start, stop, step = parts
    if step == 0:
        raise ZeroDivisionError("division by zero")
    count = (stop - start) / step
    if count != count:
        raise ValueError("arange: cannot compute length")
    count = builtins.max(0, -int(-count // 1))
    if code <= INT64:
        return k.range(float(int(start)), float(int(start + step) - int(start)), count, code)
    first = float(start)
    return k.range(first, (first + float(step)) - first, count, code)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    num = operator.index(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    start = asarray(start) * 1.0
    stop = asarray(stop) * 1.0
    delta = stop - start
    steps = k.range(0.0, 1.0, num, FLOAT64).reshape((-1,) + (1,) * asarray(delta).ndim)
    if div > 0:
        step = delta / div
        zero = asarray(step == 0).any()
        made = steps / div * delta if zero else steps * step
    else:
        step = float("nan")
        made = steps * delta
    made = made + start
    if endpoint and num > 1:
        made[-1, ...] = stop
    if axis != 0:
        made = moveaxis(made, 0, axis)
    if dtype is not None:
        code = type_code(dtype)
        if code <= INT64 and code != BOOL:
            made = _ufuncs.floor(made)
        made = made.astype(DTYPES[code])
    return (made, step) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    made = _ufuncs.power(base, linspace(start, stop, num, endpoint, axis=axis))
    return made if dtype is None else made.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    if asarray(asarray(start) == 0).any() or asarray(asarray(stop) == 0).any():
        raise ValueError("Geometric sequence cannot include zero")
    sign = _ufuncs.sign(asarray(start))
    made = sign * logspace(_ufuncs.log10(start / sign), _ufuncs.log10(stop / sign), num, endpoint, axis=axis)
    if num > 0:
        made[0] = start
        if num > 1 and endpoint:
            made[-1] = stop
    return made if dtype is None else made.astype(dtype)


def eye(N, M=None, k=0, dtype=float, order="C", *, device=None, like=None):
    M = N if M is None else operator.index(M)
    made = zeros((N, M), dtype)
    rows = range(builtins.max(0, -k), builtins.min(operator.index(N), M - k))
    for i in rows:
        made[i, i + k] = 1
    return made


def identity(n, dtype=None, *, like=None):
    return eye(n, dtype=float if dtype is None else dtype)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 1:
        n = v.size + builtins.abs(k)
        made = zeros((n, n), v.dtype)
        for i, x in enumerate(v):
            made[i + builtins.max(0, -k), i + builtins.max(0, k)] = x
        return made
    if v.ndim == 2:
        return diagonal(v, k)
    raise ValueError("Input must be 1- or 2-d.")


def diagflat(v, k=0):
    return diag(ravel(v), k)


def diagonal(a, offset=0, axis1=0, axis2=1):
    a = asarray(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    one, two = checked_axis(axis1, a.ndim), checked_axis(axis2, a.ndim)
    if one == two:
        raise ValueError("axis1 and axis2 cannot be the same")
    n, m = a._shape[one], a._shape[two]
    start = offset * a._steps[two] if offset >= 0 else -offset * a._steps[one]
    count = builtins.max(0, builtins.min(n, m - offset) if offset >= 0 else builtins.min(n + offset, m))
    rest = [i for i in range(a.ndim) if i not in (one, two)]
    shape = tuple([a._shape[i] for i in rest]) + (count,)
    steps = tuple([a._steps[i] for i in rest]) + (a._steps[one] + a._steps[two],)
    made = k.restride(a, shape, steps, start if count else 0)
    k.set_writeable(made, False)
    return made


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    return diagonal(a, offset, axis1, axis2).sum(axis=-1, dtype=dtype, out=out)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    M = N if M is None else M
    return _ufuncs.greater_equal(arange(N).reshape(-1, 1) + k, arange(M)).astype(dtype)


def tril(m, k=0):
    m = asarray(m)
    return where(tri(*m._shape[-2:], k=k, dtype=bool), m, zeros(1, m.dtype))


def triu(m, k=0):
    m = asarray(m)
    return where(tri(*m._shape[-2:], k=k - 1, dtype=bool), zeros(1, m.dtype), m)


def tril_indices(n, k=0, m=None):
    return nonzero(tri(n, m, k, bool))


def triu_indices(n, k=0, m=None):
    return nonzero(_ufuncs.logical_not(tri(n, m, k - 1, bool)))


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def fill_diagonal(a, val, wrap=False):
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    count = builtins.min(a._shape)
    values = ravel(asarray(val))
    for i in range(count):
        a[(i,) * a.ndim] = values[i % values.size]


def vander(x, N=None, increasing=False):
    x = asarray(x)
    N = len(x) if N is None else N
    powers = x[:, None] ** arange(N)
    return powers if increasing else powers[:, ::-1]


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    ndim = len(xi)
    made = [asarray(x).reshape((1,) * i + (-1,) + (1,) * (ndim - i - 1)) for i, x in enumerate(xi)]
    if indexing == "xy" and ndim > 1:
        made = [swapaxes(m, 0, 1) for m in made]
    if not sparse:
        made = [k.astype(m, -1) if copy else m for m in broadcast_arrays(*made)]
    return tuple(made)


def indices(dimensions, dtype=int, sparse=False):
    dimensions = tuple(dimensions)
    made = zeros((len(dimensions), *dimensions), dtype)
    for i, n in enumerate(dimensions):
        made[i] = arange(n).reshape((-1,) + (1,) * (len(dimensions) - i - 1))
    return made


def ix_(*args):
    made = []
    for i, x in enumerate(args):
        x = asarray(x)
        if x._code == BOOL:
            (x,) = k.nonzero(x)
        made.append(x.reshape((1,) * i + (-1,) + (1,) * (len(args) - i - 1)))
    return tuple(made)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    return function(*indices(shape, dtype), **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    import itertools

    return array(list(iter if count < 0 else itertools.islice(iter, count)), dtype)


def copy(a, order="K", subok=False):
    return array(a)


def frombuffer(*args, **kwargs):
    raise unsupported("np.frombuffer")


# Products


def dot(a, b, out=None):
    result = k.dot(a, b)
    return result if out is None else give(result, out)


@register
def _slow_dot(a, b):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return _ufuncs.multiply(a, b)
    if a.ndim <= 2 and b.ndim <= 2:
        return k.dot(a, b)
    # Sum over the last axis of a and the last but one of b.
    axis = b.ndim - 1 if b.ndim == 1 else b.ndim - 2
    if a._shape[-1] != b._shape[axis]:
        raise ValueError(
            f"shapes {shape_text(a._shape)} and {shape_text(b._shape)} not aligned: {a._shape[-1]} (dim {a.ndim - 1}) != "
            f"{b._shape[axis]} (dim {axis})"
        )
    rest = [n for i, n in enumerate(b._shape) if i != axis]
    flat = k.dot(a.reshape(-1, a._shape[-1]), moveaxis(b, axis, 0).reshape(b._shape[axis], -1))
    return flat.reshape([*a._shape[:-1], *rest])


_MATMUL = "matmul: Input operand {} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)"


@register
def _slow_matmul(a, b):
    known = (ndarray, list, tuple, generic, int, float)
    for x in (a, b):
        if not isinstance(x, known) and not hasattr(x, "__array__"):
            if isinstance(x, (str, bytes)):
                raise _UFuncNoLoopError(
                    "ufunc 'matmul' did not contain a loop with signature matching types "
                    f"({_named(a)}, {_named(b)}) -> None"
                )
            if x is None:
                raise ValueError(_MATMUL.format(0 if x is a else 1))
            return NotImplemented
    a, b = asarray(a), asarray(b)
    for place, x in enumerate((a, b)):
        if x.ndim == 0:
            raise ValueError(_MATMUL.format(place))
    if a.ndim <= 2 and b.ndim <= 2:
        return k.matmul(a, b)
    left = a.reshape(1, -1) if a.ndim == 1 else a
    right = b.reshape(-1, 1) if b.ndim == 1 else b
    if left._shape[-1] != right._shape[-2]:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"(n?,k),(k,m?)->(n?,m?) (size {right._shape[-2]} is different from {left._shape[-1]})"
        )
    from ._shapes import broadcast_shapes

    try:
        lead = broadcast_shapes(left._shape[:-2], right._shape[:-2])
    except ValueError:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{shape_text(left._shape)}->({','.join(map(str, left._shape[:-2]))},newaxis,newaxis) "
            f"{shape_text(right._shape)}->({','.join(map(str, right._shape[:-2]))},newaxis,newaxis)  "
            f"and requested shape ({left._shape[-2]},{right._shape[-1]})"
        ) from None
    core = (left._shape[-2], right._shape[-1])
    made = k.full((*lead, *core), promote(a._code, b._code), None)
    count = 1
    for n in lead:
        count *= n
    lefts = broadcast_to(left, (*lead, *left._shape[-2:])).reshape((count, *left._shape[-2:]))
    rights = broadcast_to(right, (*lead, *right._shape[-2:])).reshape((count, *right._shape[-2:]))
    parts = made.reshape((count, *core))
    for i in range(count):
        parts[i] = k.matmul(lefts[i], rights[i])
    if a.ndim == 1:
        made = made.reshape((*lead, core[1]))
    elif b.ndim == 1:
        made = made.reshape((*lead, core[0]))
    return made


def _named(x):
    return f"dtype('<U{len(x)}')" if isinstance(x, str) else repr(asarray(x).dtype)


def matmul(x1, x2, /, out=None, **kwargs):
    result = k.matmul(x1, x2)
    return result if out is None else give(result, out)


def vdot(a, b, /):
    return k.dot(ravel(a), ravel(b))


def inner(a, b, /):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a._shape[-1] != b._shape[-1]:
        raise ValueError(
            f"shapes {shape_text(a._shape)} and {shape_text(b._shape)} not aligned: {a._shape[-1]} (dim {a.ndim - 1}) != "
            f"{b._shape[-1]} (dim {b.ndim - 1})"
        )
    return tensordot(a, b, (-1, -1)) if a.ndim > 1 or b.ndim > 1 else k.dot(a, b)


def outer(a, b, out=None):
    return _ufuncs.multiply(ravel(a)[:, None], ravel(b)[None, :], out=out)


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    try:
        one, two = axes
    except TypeError:
        one, two = list(range(-axes, 0)), list(range(axes))
    one = list(one) if hasattr(one, "__len__") else [one]
    two = list(two) if hasattr(two, "__len__") else [two]
    if len(one) != len(two):
        raise ValueError("shape-mismatch for sum")
    for p, q in zip(one, two, strict=True):
        if not -a.ndim <= p < a.ndim or not -b.ndim <= q < b.ndim:
            raise IndexError("tuple index out of range")
        if a._shape[p] != b._shape[q]:
            raise ValueError("shape-mismatch for sum")
    one = [p % a.ndim for p in one]
    two = [q % b.ndim for q in two]
    rest_a = [i for i in range(a.ndim) if i not in one]
    rest_b = [i for i in range(b.ndim) if i not in two]
    count = 1
    for p in one:
        count *= a._shape[p]
    left = transpose(a, rest_a + one).reshape(-1, count) if count else zeros((1, 0))
    right = transpose(b, two + rest_b).reshape(count, -1)
    shape = [a._shape[i] for i in rest_a] + [b._shape[i] for i in rest_b]
    return k.dot(left, right).reshape(shape)


def einsum(subscripts, *operands, out=None, optimize=False, **kwargs):
    if not isinstance(subscripts, str):
        raise unsupported("np.einsum with lists of axes")
    arrays = [asarray(x) for x in operands]
    subscripts = subscripts.replace(" ", "")
    inputs, arrow, output = subscripts.partition("->")
    terms = inputs.split(",")
    if len(terms) != len(arrays):
        raise ValueError(
            "more operands provided to einstein sum function than specified in the subscripts string"
            if len(arrays) > len(terms)
            else "fewer operands provided to einstein sum function than specified in the subscripts string"
        )
    if "..." in subscripts:
        raise unsupported("np.einsum with an ellipsis")
    sizes = {}
    for place, (term, a) in enumerate(zip(terms, arrays, strict=True)):
        if len(term) > a.ndim:
            raise ValueError(
                f"einstein sum subscripts string contains too many subscripts for operand {place}"
            )
        if len(term) < a.ndim:
            raise ValueError(
                "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
                "broadcast the extra dimensions."
            )
        for i, (letter, n) in enumerate(zip(term, a._shape, strict=True)):
            known = sizes.get(letter, n)
            if known != n and 1 not in (known, n):
                raise ValueError(_einsum_mismatch(terms, arrays, place, i, letter, sizes))
            sizes[letter] = builtins.max(known, n)
    if not arrow:
        letters = sorted(set(inputs.replace(",", "")))
        output = "".join([c for c in letters if inputs.count(c) == 1])
    for letter in output:
        if letter not in sizes:
            raise ValueError(
                f"einstein sum subscripts string included output subscript '{letter}' which never appeared in an input"
            )
    code = arrays[0]._code
    for a in arrays[1:]:
        code = promote(code, a._code)
    result = _contract(terms, output, arrays, sizes)
    if asarray(result)._code != code:
        result = asarray(result).astype(DTYPES[code])
        result = result[()] if result.ndim == 0 else result
    return result if out is None else give(result, out)


def _einsum_mismatch(terms, arrays, place, axis, letter, sizes):
    return (
        "operands could not be broadcast together with remapped shapes [original->remapped]: "
        + "".join([f"{shape_text(a._shape)}->({','.join(map(str, a._shape))}) " for a in arrays])
    )


def _contract(terms, output, arrays, sizes):
    """Sums the product of all operands over the letters that the output leaves out."""
    letters = sorted(sizes)
    # Repeated letters in one operand take its diagonal.
    parts = []
    for term, a in zip(terms, arrays, strict=True):
        while len(set(term)) < len(term):
            letter = next(c for c in term if term.count(c) > 1)
            i = term.index(letter)
            j = term.index(letter, i + 1)
            a = diagonal(a, 0, i, j)
            term = term[:i] + term[i + 1 : j] + term[j + 1 :] + letter
        parts.append((term, a))
    if len(parts) == 2:
        return _contract_two(parts, output, sizes)
    total = None
    for term, a in parts:
        order = [term.index(c) for c in letters if c in term]
        spread = transpose(a, order)[tuple([slice(None) if c in term else None for c in letters])]
        total = spread if total is None else total * spread
    total = broadcast_to(total, [sizes[c] for c in letters])
    gone = tuple([i for i, c in enumerate(letters) if c not in output])
    kept = [c for c in letters if c in output]
    result = total.sum(axis=gone) if gone else k.astype(total, -1)
    result = transpose(result, [kept.index(c) for c in output]) if output else result
    return result


def _contract_two(parts, output, sizes):
    """Two operands: one stack of matrix products."""
    (one, a), (two, b) = parts

    def only(term, a, other):
        for letter in [c for c in term if c not in other and c not in output]:
            at = term.index(letter)
            a = asarray(a.sum(axis=at))
            term = term.replace(letter, "")
        return term, a

    one, a = only(one, a, two)
    two, b = only(two, b, one)
    both = [c for c in one if c in two]
    batch = [c for c in both if c in output]
    summed = [c for c in both if c not in output]
    left = [c for c in one if c not in two]
    right = [c for c in two if c not in one]

    def arranged(a, term, groups):
        a = transpose(a, [term.index(c) for group in groups for c in group])
        a = broadcast_to(a, [sizes[c] for group in groups for c in group])
        shape = []
        for group in groups:
            n = 1
            for c in group:
                n *= sizes[c]
            shape.append(n)
        return a.reshape(shape)

    stacked = k.matmul(arranged(a, one, (batch, left, summed)), arranged(b, two, (batch, summed, right)))
    letters = batch + left + right
    result = stacked.reshape([sizes[c] for c in letters])
    result = transpose(result, [letters.index(c) for c in output])
    return result[()] if result.ndim == 0 else k.astype(result, -1)


def kron(a, b):
    a, b = asarray(a), asarray(b)
    ndim = builtins.max(a.ndim, b.ndim)
    a = a.reshape((1,) * (ndim - a.ndim) + a._shape)
    b = b.reshape((1,) * (ndim - b.ndim) + b._shape)
    one = a.reshape([n for m in a._shape for n in (m, 1)])
    two = b.reshape([n for m in b._shape for n in (1, m)])
    return (one * two).reshape([n * m for n, m in zip(a._shape, b._shape, strict=True)])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = moveaxis(asarray(a), axisa, -1), moveaxis(asarray(b), axisb, -1)
    if a._shape[-1] not in (2, 3) or b._shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if a._shape[-1] == 2 or b._shape[-1] == 2:
        raise unsupported("np.cross of vectors with two components")
    from ._shapes import stack

    x = [a[..., i] for i in range(3)]
    y = [b[..., i] for i in range(3)]
    return stack([x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]], axisc)


# Choosing and comparing


def where(condition, x=_UNSET, y=_UNSET, /):
    if x is _UNSET and y is _UNSET:
        return nonzero(condition)
    if x is _UNSET or y is _UNSET:
        raise ValueError("either both or neither of x and y should be given")
    return k.where(condition, x, y)


def nonzero(a):
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context of "
            "this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
        )
    return k.nonzero(a)


def flatnonzero(a):
    return k.nonzero(ravel(a))[0]


def argwhere(a):
    return transpose(asarray(k.nonzero(asarray(a))))


def clip(a, a_min=_UNSET, a_max=_UNSET, out=None, *, min=_UNSET, max=_UNSET, **kwargs):
    low = min if a_min is _UNSET and min is not _UNSET else a_min
    high = max if a_max is _UNSET and max is not _UNSET else a_max
    low = None if low is _UNSET else low
    high = None if high is _UNSET else high
    a = asarray(a)
    result = a
    if low is not None:
        result = _ufuncs.maximum(result, low)
    if high is not None:
        result = _ufuncs.minimum(result, high)
    if low is None and high is None:
        result = k.astype(a, -1)
    if out is not None:
        if not can_cast_codes(asarray(result)._code, out._code, "same_kind"):
            _ufuncs.cast_refused("clip", asarray(result)._code, out._code)
        copyto(out, result)
        return out
    return result


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    result = default
    for condition, choice in builtins.reversed(list(zip(condlist, choicelist, strict=True))):
        result = where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    x = asarray(x)
    conditions = [asarray(c) for c in condlist]
    functions = list(funclist)
    if len(functions) == len(conditions) + 1:
        rest = ~conditions[0]
        for c in conditions[1:]:
            rest = rest & ~c
        conditions.append(rest)
    result = zeros(x._shape, x.dtype)
    for condition, function in zip(conditions, functions, strict=True):
        if callable(function):
            part = x[condition]
            if part.size:
                result[condition] = function(part, *args, **kw)
        else:
            result[condition] = function
    return result


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    from ._state import errstate

    with errstate(invalid="ignore"):
        near = _ufuncs.less_equal(_ufuncs.absolute(a - b * 1.0), atol + rtol * _ufuncs.absolute(b))
        near = near & isfinite(b) | _ufuncs.equal(a, b)
    if equal_nan:
        near = near | isnan(a) & isnan(b)
    return near


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return builtins.bool(asarray(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    try:
        a1, a2 = asarray(a1), asarray(a2)
    except Exception:
        return False
    if a1._shape != a2._shape:
        return False
    same = asarray(_ufuncs.equal(a1, a2))
    if equal_nan:
        same = same | isnan(a1) & isnan(a2)
    return builtins.bool(asarray(same).all())


def array_equiv(a1, a2):
    try:
        one, two = broadcast_arrays(a1, a2)
    except ValueError:
        return False
    return builtins.bool((one == two).all())


def isscalar(element):
    return isinstance(element, (generic, int, float, complex, str, bytes))


def isneginf(x, out=None):
    return _ufuncs.logical_and(isinf(x), _ufuncs.signbit(x))


def isposinf(x, out=None):
    return _ufuncs.logical_and(isinf(x), _ufuncs.logical_not(_ufuncs.signbit(x)))


def isreal(x):
    return k.full(asarray(x)._shape, BOOL, 1.0)[()]


def iscomplex(x):
    return k.full(asarray(x)._shape, BOOL, 0.0)[()]


def isrealobj(x):
    return True


def iscomplexobj(x):
    return False


def real(val):
    return asarray(val)


def imag(val):
    return zeros(asarray(val)._shape, asarray(val).dtype)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = array(x) if copy else asarray(x)
    if x._code >= FLOAT32:
        most = 1.7976931348623157e308 if x._code == FLOAT64 else 3.4028234663852886e38
        flat = x if x.ndim else x.reshape(1)
        flat[isnan(flat)] = nan
        flat[isposinf(flat)] = most if posinf is None else posinf
        flat[isneginf(flat)] = -most if neginf is None else neginf
    return x[()] if x.ndim == 0 else x


# Rounding and other arithmetic


def round(a, decimals=0, out=None):
    a = asarray(a)
    if a._code == BOOL:
        raise unsupported("np.round of truth values")
    if a._code <= INT64:
        if decimals >= 0:
            result = k.astype(a, -1)
        else:
            scale = 10**-decimals
            result = (_ufuncs.rint(a / scale) * scale).astype(a.dtype)
    elif decimals == 0:
        result = _ufuncs.rint(a)
    elif decimals > 0:
        result = _ufuncs.rint(a * 10.0**decimals) / 10.0**decimals
    else:
        result = _ufuncs.rint(a / 10.0**-decimals) * 10.0**-decimals
    if out is not None:
        return give(result, out)
    return result[()] if isinstance(result, ndarray) and result.ndim == 0 else result


around = round


def fix(x, out=None):
    return _ufuncs.trunc(x, out=out)


def sinc(x):
    x = asarray(x) * 3.141592653589793
    safe = where(x == 0, 1e-20, x)
    return _ufuncs.sin(safe) / safe


def diff(a, n=1, axis=-1, prepend=_UNSET, append=_UNSET):
    a = asarray(a)
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n!r}")
    if n == 0:
        return a
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = checked_axis(axis, a.ndim)
    ends = []
    for extra in (prepend, append):
        if extra is not _UNSET:
            extra = asarray(extra)
            if extra.ndim == 0:
                shape = list(a._shape)
                shape[axis] = 1
                extra = broadcast_to(extra, shape)
            ends.append(extra)
        else:
            ends.append(None)
    parts = [p for p in (ends[0], a, ends[1]) if p is not None]
    a = concatenate(parts, axis) if len(parts) > 1 else a
    lead = (slice(None),) * axis
    op = _ufuncs.not_equal if a._code == BOOL else _ufuncs.subtract
    for _ in range(n):
        a = op(a[(*lead, slice(1, None))], a[(*lead, slice(None, -1))])
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    made = diff(ravel(ary))
    parts = [p for p in (to_begin, made, to_end) if p is not None]
    return concatenate([ravel(asarray(p)) for p in parts])


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f)
    if f._code < FLOAT32:
        f = f.astype(float)
    axes = list(range(f.ndim)) if axis is None else [checked_axis(a, f.ndim) for a in (axis if isinstance(axis, tuple) else (axis,))]
    if edge_order != 1:
        raise unsupported("np.gradient with edge_order=2")
    if len(varargs) == 0:
        steps = [1.0] * len(axes)
    elif len(varargs) == 1 and asarray(varargs[0]).ndim == 0:
        steps = list(varargs) * len(axes)
    elif len(varargs) == len(axes):
        steps = list(varargs)
    else:
        raise TypeError("invalid number of arguments")
    made = []
    for at, step in zip(axes, steps, strict=True):
        if f._shape[at] < 2:
            raise ValueError(
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
            )
        g = moveaxis(f, at, 0)
        result = zeros(g._shape, f.dtype)
        step = asarray(step)
        if step.ndim == 0:
            h = float(step)
            result[1:-1] = (g[2:] - g[:-2]) / (2.0 * h)
            result[0] = (g[1] - g[0]) / h
            result[-1] = (g[-1] - g[-2]) / h
        else:
            dx = diff(step)
            if (dx == dx[0]).all():
                h = float(dx[0])
                result[1:-1] = (g[2:] - g[:-2]) / (2.0 * h)
            else:
                d1 = dx[:-1].reshape((-1,) + (1,) * (f.ndim - 1))
                d2 = dx[1:].reshape((-1,) + (1,) * (f.ndim - 1))
                result[1:-1] = (
                    -(d2) / (d1 * (d1 + d2)) * g[:-2] + (d2 - d1) / (d1 * d2) * g[1:-1] + d1 / (d2 * (d1 + d2)) * g[2:]
                )
            result[0] = (g[1] - g[0]) / dx[0]
            result[-1] = (g[-1] - g[-2]) / dx[-1]
        made.append(moveaxis(result, 0, at))
    return made[0] if len(made) == 1 else tuple(made)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    d = dx if x is None else diff(asarray(x))
    axis = checked_axis(axis, y.ndim)
    lead = (slice(None),) * axis
    if isinstance(d, ndarray) and d.ndim == 1 and y.ndim > 1:
        d = d.reshape([-1 if i == axis else 1 for i in range(y.ndim)])
    return (d * (y[(*lead, slice(1, None))] + y[(*lead, slice(None, -1))]) / 2.0).sum(axis)


def interp(x, xp, fp, left=None, right=None, period=None):
    if period is not None:
        raise unsupported("np.interp with a period")
    x, xp, fp = asarray(x, float), asarray(xp, float), asarray(fp, float)
    if xp.size == 0:
        raise ValueError("array of sample points is empty")
    if xp.size != fp.size:
        raise ValueError("fp and xp are not of the same length.")
    at = clip(searchsorted(xp, x, side="right") - 1, 0, builtins.max(0, xp.size - 2))
    if xp.size == 1:
        result = where(x == x, fp[0], x)
    else:
        slope = (fp[1:] - fp[:-1]) / (xp[1:] - xp[:-1])
        result = slope[at] * (x - xp[at]) + fp[at]
    result = where(x > xp[-1], fp[-1] if right is None else right, result)
    result = where(x == xp[-1], fp[-1], result)
    result = where(x < xp[0], fp[0] if left is None else left, result)
    return result[()] if x.ndim == 0 else result


def convolve(a, v, mode="full"):
    a, v = ravel(asarray(a)), ravel(asarray(v))
    if a.size == 0 or v.size == 0:
        raise ValueError(f"{'a' if a.size == 0 else 'v'} cannot be empty")
    if v.size > a.size:
        a, v = v, a
    n, m = a.size, v.size
    made = zeros(n + m - 1, DTYPES[promote(a._code, v._code)])
    for i in range(m):
        made[i : i + n] += a * v[i]
    if mode == "full":
        return made
    if mode == "same":
        return made[(m - 1) // 2 : (m - 1) // 2 + n]
    if mode == "valid":
        return made[m - 1 : n]
    raise ValueError(f"mode must be one of 'full', 'same', or 'valid' (got {mode!r})")


def correlate(a, v, mode="valid"):
    return convolve(a, asarray(v)[::-1], mode)


def polyval(p, x):
    p = asarray(p)
    x = asarray(x)
    y = zeros(x._shape, DTYPES[promote(p._code, x._code)])
    for c in p:
        y = y * x + c
    return y


def polyfit(x, y, deg, **kwargs):
    from .linalg import lstsq

    if kwargs:
        raise unsupported("np.polyfit with further arguments")
    x, y = asarray(x) * 1.0, asarray(y) * 1.0
    lhs = vander(x, deg + 1)
    scale = _ufuncs.sqrt((lhs * lhs).sum(axis=0))
    c = lstsq(lhs / scale, y, len(x) * 2.220446049250313e-16)[0]
    return (c.T / scale).T


# Sorting and searching


def _flat_rows(a, axis):
    """The elements along an axis as lists, and how to put them back."""
    moved = moveaxis(a, axis, -1)
    n = moved._shape[-1]
    return moved, k.to_list(k.reshape(k.astype(moved, -1), (moved.size // n if n else 0, n)))


def _key(x):
    return (x != x, x)


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    if a.ndim == 0:
        raise _axis(axis, 0)
    axis = checked_axis(axis, a.ndim)
    moved, rows = _flat_rows(a, axis)
    made = asarray([sorted(row, key=_key) for row in rows], a.dtype) if rows else moved
    return k.astype(moveaxis(made.reshape(moved._shape), -1, axis), -1)


def _axis(axis, ndim):
    from ._errors import AxisError

    return AxisError(axis, ndim)


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    if a.ndim == 0:
        return zeros((), int)
    axis = checked_axis(axis, a.ndim)
    moved, rows = _flat_rows(a, axis)
    made = [sorted(range(len(row)), key=lambda i, row=row: _key(row[i])) for row in rows]
    made = asarray(made, int) if rows else moved.astype(int)
    return k.astype(moveaxis(made.reshape(moved._shape), -1, axis), -1)


def _sort_in_place(self, axis=-1, kind=None, order=None, *, stable=None):
    self[...] = sort(self, axis)


def partition(a, kth, axis=-1, kind="introselect", order=None):
    return sort(a, axis)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    return argsort(a, axis)


def lexsort(keys, axis=-1):
    columns = [asarray(key).tolist() for key in keys]
    return asarray(sorted(range(len(columns[-1])), key=lambda i: [c[i] for c in builtins.reversed(columns)]), int)


def searchsorted(a, v, side="left", sorter=None):
    import bisect

    a = asarray(a)
    if sorter is not None:
        a = a[asarray(sorter)]
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got {side!r})")
    if a.ndim != 1:
        raise ValueError("object too deep for desired array")
    values = k.to_list(a)
    find = bisect.bisect_left if side == "left" else bisect.bisect_right
    v = asarray(v)
    made = asarray([find(values, x) for x in k.to_list(ravel(v))], int).reshape(v._shape)
    return made[()] if v.ndim == 0 else made


def digitize(x, bins, right=False):
    bins = asarray(bins)
    if bins.size > 1 and bins[0] > bins[-1]:
        return len(bins) - searchsorted(bins[::-1], x, "left" if not right else "right")
    return searchsorted(bins, x, "left" if right else "right")


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    ar = asarray(ar)
    if axis is not None and ar.ndim > 1:
        return _unique_rows(ar, return_index, return_inverse, return_counts, axis)
    values = k.to_list(ravel(ar))
    order = builtins.sorted(range(len(values)), key=lambda i: _key(values[i]))
    first, inverse, counts = [], [0] * len(values), []
    for i in order:
        same = first and (values[first[-1]] == values[i] or values[i] != values[i] and values[first[-1]] != values[first[-1]])
        if not same:
            first.append(i)
            counts.append(0)
        counts[-1] += 1
        inverse[i] = len(first) - 1
    made = asarray([values[i] for i in first], ar.dtype)
    if not (return_index or return_inverse or return_counts):
        return made
    result = [made]
    if return_index:
        result.append(asarray(first, int))
    if return_inverse:
        result.append(asarray(inverse, int).reshape(ar._shape if axis is None else (-1,)))
    if return_counts:
        result.append(asarray(counts, int))
    return tuple(result)


def _unique_rows(ar, return_index, return_inverse, return_counts, axis):
    moved = moveaxis(ar, axis, 0)
    rows = [tuple(k.to_list(ravel(row))) for row in moved]
    order = builtins.sorted(range(len(rows)), key=lambda i: rows[i])
    first, inverse, counts = [], [0] * len(rows), []
    for i in order:
        if not first or rows[first[-1]] != rows[i]:
            first.append(i)
            counts.append(0)
        counts[-1] += 1
        inverse[i] = len(first) - 1
    result = [moveaxis(moved[asarray(first, int)], 0, axis)]
    if return_index:
        result.append(asarray(first, int))
    if return_inverse:
        result.append(asarray(inverse, int))
    if return_counts:
        result.append(asarray(counts, int))
    return result[0] if len(result) == 1 else tuple(result)


def _as_set(a):
    return unique(ravel(asarray(a)))


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    element = asarray(element)
    wanted = set(k.to_list(ravel(asarray(test_elements))))
    made = asarray([(x in wanted) != invert for x in k.to_list(ravel(element))], bool).reshape(element._shape)
    return made


in1d = isin


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    one = _as_set(ar1)
    return one[isin(one, ar2)]


def union1d(ar1, ar2):
    return unique(concatenate([ravel(asarray(ar1)), ravel(asarray(ar2))]))


def setdiff1d(ar1, ar2, assume_unique=False):
    one = _as_set(ar1)
    return one[~isin(one, ar2)]


def setxor1d(ar1, ar2, assume_unique=False):
    return union1d(setdiff1d(ar1, ar2), setdiff1d(ar2, ar1))


def bincount(x, /, weights=None, minlength=0):
    x = asarray(x)
    if x._code > INT64:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    values = k.to_list(ravel(x))
    if [v for v in values if v < 0]:
        raise ValueError("'list' argument must have no negative elements")
    n = builtins.max(minlength, builtins.max(values, default=-1) + 1)
    if weights is None:
        counts = [0] * n
        for v in values:
            counts[v] += 1
        return asarray(counts, int)
    made = zeros(n)
    _ufuncs.add.at(made, x, asarray(weights, float))
    return made


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = ravel(asarray(a))
    if isinstance(bins, str):
        raise unsupported("np.histogram with a rule for its bins")
    if asarray(bins).ndim == 0:
        low, high = (float(a.min()), float(a.max())) if range is None and a.size else range or (0.0, 1.0)
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = linspace(low, high, int(bins) + 1)
    else:
        edges = asarray(bins)
    inside = a[(a >= edges[0]) & (a <= edges[-1])]
    at = clip(searchsorted(edges, inside, "right") - 1, 0, edges.size - 2)
    counts = bincount(at, None if weights is None else asarray(weights)[(a >= edges[0]) & (a <= edges[-1])], edges.size - 1)
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts, edges


# Statistics


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _ordered(a, axis, keepdims, _middle)


def _middle(row):
    n = len(row)
    if n == 0:
        from ._reductions import mean

        return float(mean(row))
    if [x for x in row if x != x]:
        return float("nan")
    half = n // 2
    return float(row[half]) if n % 2 else (row[half - 1] + row[half]) / 2


def _ordered(a, axis, keepdims, pick):
    """Applies `pick` to the sorted elements along the axes."""
    a = asarray(a)
    axes = list(range(a.ndim)) if axis is None else [checked_axis(x, a.ndim) for x in (axis if isinstance(axis, tuple) else (axis,))]
    rest = [i for i in range(a.ndim) if i not in axes]
    moved = transpose(a, rest + axes)
    n = 1
    for i in axes:
        n *= a._shape[i]
    shape = [a._shape[i] for i in rest]
    rows = k.to_list(k.reshape(k.astype(moved, -1), (moved.size // n if n else 1, n)))
    made = asarray([pick(sorted_nan(row)) for row in rows], float)
    if keepdims:
        shape = [1 if i in axes else m for i, m in enumerate(a._shape)]
    made = made.reshape(shape)
    if a._code == FLOAT32:
        made = made.astype("float32")
    return made[()] if made.ndim == 0 else made


def sorted_nan(row):
    return builtins.sorted(row, key=_key)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, **kwargs):
    q = asarray(q) / 100.0
    if not asarray((q >= 0) & (q <= 1)).all():
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, q, axis, method=method, keepdims=keepdims)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, **kwargs):
    if method != "linear":
        raise unsupported(f"np.quantile(method={method!r})")
    q = asarray(q)
    if not asarray((q >= 0) & (q <= 1)).all():
        raise ValueError("Quantiles must be in the range [0, 1]")

    def at(fraction):
        def pick(row):
            if not row or row[-1] != row[-1]:
                return float("nan")
            place = fraction * (len(row) - 1)
            low = int(place)
            high = builtins.min(low + 1, len(row) - 1)
            t = place - low
            step = row[high] - row[low]
            # As NumPy does it, so that the result never passes the upper neighbour.
            return row[high] - step * (1 - t) if t >= 0.5 else row[low] + step * t

        return pick

    if q.ndim == 0:
        return _ordered(a, axis, keepdims, at(float(q)))
    parts = [asarray(_ordered(a, axis, keepdims, at(x))) for x in k.to_list(ravel(q))]
    from ._shapes import stack

    return stack(parts).reshape(q._shape + parts[0]._shape)


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    if fweights is not None or aweights is not None:
        raise unsupported("np.cov with weights")
    x = asarray(m) * 1.0
    x = x.reshape(1, -1) if x.ndim < 2 else x if rowvar else x.T
    if y is not None:
        y = asarray(y) * 1.0
        y = y.reshape(1, -1) if y.ndim < 2 else y if rowvar else y.T
        x = concatenate([x, y])
    if ddof is None:
        ddof = 0 if bias else 1
    x = x - x.mean(axis=1, keepdims=True)
    from ._shapes import squeeze

    result = squeeze(k.dot(x, x.T) * (1 / (x._shape[1] - ddof)) if x._shape[1] != ddof else k.dot(x, x.T) / 0.0)
    return result


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    d = _ufuncs.sqrt(diagonal(c))
    return clip(c / d[:, None] / d[None, :], -1, 1)


def _without_nan(name, identity):
    def function(a, axis=None, dtype=None, out=None, keepdims=False):
        from . import _reductions

        a = asarray(a)
        return getattr(_reductions, name)(where(isnan(a), identity, a), axis=axis, out=out, keepdims=keepdims)

    function.__name__ = function.__qualname__ = "nan" + name
    return function


nansum = _without_nan("sum", 0)
nanprod = _without_nan("prod", 1)


def nanmax(a, axis=None, out=None, keepdims=False):
    return _ufuncs.fmax.reduce(asarray(a), axis=axis, keepdims=keepdims)


def nanmin(a, axis=None, out=None, keepdims=False):
    return _ufuncs.fmin.reduce(asarray(a), axis=axis, keepdims=keepdims)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    count = _ufuncs.logical_not(isnan(a)).sum(axis=axis, keepdims=keepdims)
    return nansum(a, axis, keepdims=keepdims) / count


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a)
    good = _ufuncs.logical_not(isnan(a))
    return a.var(axis=axis, ddof=ddof, keepdims=keepdims, where=good)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return _ufuncs.sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims))


def nanargmax(a, axis=None):
    a = asarray(a)
    return where(isnan(a), float("-inf"), a).argmax(axis)


def nanargmin(a, axis=None):
    a = asarray(a)
    return where(isnan(a), float("inf"), a).argmin(axis)


def nanmedian(a, axis=None, **kwargs):
    return _ordered(a, axis, kwargs.get("keepdims", False), lambda row: _middle([x for x in row if x == x]))


# Parts of arrays


def take(a, indices, axis=None, out=None, mode="raise"):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    axis = checked_axis(axis, a.ndim)
    at = asarray(indices)
    if at._code > INT64:
        raise TypeError(
            f"Cannot cast array data from {at.dtype!r} to dtype('int64') according to the rule 'safe'"
        )
    n = a._shape[axis]
    if mode == "wrap":
        at = at % n
    elif mode == "clip":
        at = clip(at, 0, n - 1)
    result = a[(slice(None),) * axis + (at.astype(int),)]
    return result if out is None else give(result, out)


def take_along_axis(arr, indices, axis=-1):
    arr, indices = asarray(arr), asarray(indices)
    if axis is None:
        return ravel(arr)[indices]
    axis = checked_axis(axis, arr.ndim)
    if arr.ndim != indices.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    return arr[_along(arr, indices, axis)]


def _along(arr, at, axis):
    key = []
    for i, n in enumerate(arr._shape):
        if i == axis:
            key.append(at)
        else:
            key.append(arange(n).reshape([-1 if j == i else 1 for j in range(arr.ndim)]))
    return tuple(key)


def put_along_axis(arr, indices, values, axis):
    axis = checked_axis(axis, arr.ndim)
    arr[_along(arr, asarray(indices), axis)] = values


def put(a, ind, v, mode="raise"):
    flat = a.flatten()
    values = ravel(asarray(v))
    for i, at in enumerate(k.to_list(ravel(asarray(ind)))):
        flat[at] = values[i % values.size]
    a[...] = flat.reshape(a._shape)


def putmask(a, mask, values):
    mask = asarray(mask)
    values = ravel(asarray(values))
    spread = values[arange(a.size).reshape(a._shape) % values.size]
    copyto(a, spread, casting="unsafe", where=mask)


def place(arr, mask, vals):
    (at,) = k.nonzero(ravel(asarray(mask)))
    values = ravel(asarray(vals))
    put(arr, at, values[arange(at.size) % values.size])


def compress(condition, a, axis=None, out=None):
    (at,) = k.nonzero(asarray(condition))
    return take(a, at, axis)


def extract(condition, arr):
    return ravel(arr)[k.nonzero(ravel(condition))[0]]


def choose(a, choices, out=None, mode="raise"):
    a = asarray(a)
    parts = broadcast_arrays(a, *choices)
    result = k.astype(parts[1], -1)
    for i, part in enumerate(parts[2:]):
        result = where(parts[0] == i + 1, part, result)
    return result


def unravel_index(indices, shape, order="C"):
    at = asarray(indices)
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    size = 1
    for n in shape:
        size *= n
    for x in k.to_list(ravel(at)):
        if not 0 <= x < size:
            raise ValueError(f"index {x} is out of bounds for array with size {size}")
    made = []
    for n in builtins.reversed(shape):
        made.append(at % n)
        at = at // n
    return tuple(builtins.reversed(made))


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    at = 0
    for i, n in zip(multi_index, dims, strict=True):
        i = asarray(i)
        if (asarray(i < 0) | asarray(i >= n)).any():
            raise ValueError("invalid entry in coordinates array")
        at = at * n + i
    return at


def pad(array, pad_width, mode="constant", **kwargs):
    a = asarray(array)
    widths = asarray(pad_width)
    if widths._code > INT64:
        raise TypeError("`pad_width` must be of integral type.")
    widths = k.to_list(broadcast_to(widths, (a.ndim, 2)))
    if [w for pair in widths for w in pair if w < 0]:
        raise ValueError("index can't contain negative values")
    if mode not in ("constant", "edge", "reflect", "wrap"):
        raise unsupported(f"np.pad(mode={mode!r})")
    if mode == "constant":
        values = k.to_list(broadcast_to(asarray(kwargs.get("constant_values", 0)), (a.ndim, 2)))
        for axis, (before, after) in enumerate(widths):
            parts = []
            for n, value in ((before, values[axis][0]), (None, None), (after, values[axis][1])):
                if n is None:
                    parts.append(a)
                else:
                    shape = list(a._shape)
                    shape[axis] = n
                    parts.append(full(shape, value, a.dtype))
            a = concatenate(parts, axis)
        return a
    for axis, (before, after) in enumerate(widths):
        n = a._shape[axis]
        at = range(-before, n + after)
        if mode == "edge":
            places = [builtins.min(builtins.max(i, 0), n - 1) for i in at]
        elif mode == "wrap":
            places = [i % n for i in at]
        else:
            period = builtins.max(1, 2 * (n - 1))
            places = [builtins.min(i % period, period - i % period) if n > 1 else 0 for i in at]
        a = take(a, places, axis)
    return a


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = asarray(arr)
    axis = checked_axis(axis, arr.ndim)
    moved = moveaxis(arr, axis, -1)
    lead = moved._shape[:-1]
    rows = moved.reshape(-1, moved._shape[-1])
    if rows._shape[0] == 0:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    results = [asarray(func1d(row, *args, **kwargs)) for row in rows]
    made = array(results).reshape(lead + results[0]._shape)
    for i in range(results[0].ndim):
        made = moveaxis(made, len(lead) + i, axis + i)
    return made


def apply_over_axes(func, a, axes):
    a = asarray(a)
    for axis in axes if isinstance(axes, (list, tuple)) else [axes]:
        result = asarray(func(a, axis))
        a = result if result.ndim == a.ndim else reshape(result, [1 if i == axis % a.ndim else n for i, n in enumerate(a._shape)])
    return a


# Types


def ndim(a):
    return asarray(a).ndim


def shape(a):
    return asarray(a)._shape


def size(a, axis=None):
    a = asarray(a)
    return a.size if axis is None else a._shape[axis]


def result_type(*arrays_and_dtypes):
    code = -1
    weak = -1
    for x in arrays_and_dtypes:
        if type(x) in (int, float):
            weak = builtins.max(weak, FLOAT64 if type(x) is float else INT64)
            continue
        own = asarray(x)._code if isinstance(x, (ndarray, generic, list, builtins.bool)) else type_code(x)
        code = own if code < 0 else promote(code, own)
    if code < 0:
        return DTYPES[weak]
    if weak == FLOAT64 and code <= INT64:
        code = FLOAT64
    elif weak == INT64 and code == BOOL:
        code = INT64
    return DTYPES[code]


def promote_types(type1, type2):
    return DTYPES[promote(type_code(type1), type_code(type2))]


def can_cast(from_, to, casting="safe"):
    if type(from_) in (int, float):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the "
            "value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future."
        )
    own = from_.dtype._code if isinstance(from_, (ndarray, generic)) else type_code(from_)
    return can_cast_codes(own, type_code(to), casting)


def issubdtype(arg1, arg2):
    from . import _types

    one = arg1 if isinstance(arg1, type) and issubclass(arg1, generic) else dtype(arg1).type
    if arg2 is float:
        two = _types.float64
    elif isinstance(arg2, type) and issubclass(arg2, generic):
        two = arg2
    else:
        two = dtype(arg2).type
    return issubclass(one, two)


def min_scalar_type(a):
    raise unsupported("np.min_scalar_type")


def common_type(*arrays):
    code = FLOAT32
    for a in arrays:
        code = promote(code, a._code if a._code >= FLOAT32 else FLOAT64)
    return DTYPES[code].type


class _Limits:
    def __repr__(self):
        return f"{type(self).__name__}(min={self.min}, max={self.max}, dtype={self.dtype})"


class iinfo(_Limits):
    def __init__(self, int_type):
        code = int_type.dtype._code if isinstance(int_type, (ndarray, generic)) else type_code(int_type)
        if code not in (INT32, INT64):
            raise ValueError(f"Invalid integer data type {DTYPES[code].kind!r}.")
        self.dtype = DTYPES[code]
        self.bits = 32 if code == INT32 else 64
        self.min = -(1 << (self.bits - 1))
        self.max = (1 << (self.bits - 1)) - 1
        self.kind = "i"


class finfo(_Limits):
    def __init__(self, dtype):
        code = dtype.dtype._code if isinstance(dtype, (ndarray, generic)) else type_code(float if type(dtype) is float else dtype)
        if code < FLOAT32:
            raise ValueError(f"data type {DTYPES[code].type!r} not inexact")
        self.dtype = DTYPES[code]
        scalar = self.dtype.type
        single = code == FLOAT32
        self.bits = 32 if single else 64
        self.eps = scalar(2.0**-23 if single else 2.0**-52)
        self.max = scalar(3.4028234663852886e38 if single else 1.7976931348623157e308)
        self.min = scalar(-3.4028234663852886e38 if single else -1.7976931348623157e308)
        self.tiny = self.smallest_normal = scalar(2.0**-126 if single else 2.0**-1022)
        self.smallest_subnormal = scalar(2.0**-149 if single else 5e-324)
        self.epsneg = scalar(2.0**-24 if single else 2.0**-53)
        self.resolution = scalar(1e-6 if single else 1e-15)
        self.precision = 6 if single else 15
        self.nmant = 23 if single else 52


iinfo.__module__ = finfo.__module__ = "numpy"


def may_share_memory(a, b, max_work=None):
    return shares_memory(a, b)


def shares_memory(a, b, max_work=None):
    a, b = asarray(a), asarray(b)
    if a.size == 0 or b.size == 0:
        return False
    root = a if a.base is None else a.base
    other = b if b.base is None else b.base
    if root is not other:
        return False

    def touched(x):
        offsets = {k.address(x)}
        for n, step in zip(x._shape, x.strides, strict=True):
            offsets = {o + i * step for o in offsets for i in range(n)}
        return offsets

    return not touched(a).isdisjoint(touched(b))


def require(a, dtype=None, requirements=None):
    return asarray(a, dtype)


def get_include():
    raise unsupported("np.get_include")


def show_config():
    print("The built-in NumPy of Backprop Tutor.")


def binary_repr(num, width=None):
    text = builtins.bin(num).removeprefix("0b") if num >= 0 else "-" + builtins.bin(-num).removeprefix("0b")
    if num < 0 and width:
        text = builtins.bin((1 << width) + num).removeprefix("0b")
    return text.rjust(width or 0, "0")


def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


class _Joiner:
    """`np.r_` and `np.c_`: arrays, numbers and ranges joined by indexing."""

    def __init__(self, columns):
        self._columns = columns

    def __getitem__(self, key):
        parts = []
        for part in key if isinstance(key, tuple) else (key,):
            if isinstance(part, str):
                raise unsupported("np.r_ with directives")
            if isinstance(part, slice):
                part = _range_of(part)
            part = asarray(part)
            if self._columns:
                part = part.reshape(-1, 1) if part.ndim < 2 else part
            else:
                part = part.reshape(1) if part.ndim == 0 else part
            parts.append(part)
        return concatenate(parts, -1 if self._columns else 0)


def _range_of(part):
    start = 0 if part.start is None else part.start
    step = 1 if part.step is None else part.step
    if isinstance(step, complex):
        return linspace(start, part.stop, int(builtins.abs(step)))
    return arange(start, part.stop, step)


class _Slicer:
    """`np.s_`: the key itself."""

    def __getitem__(self, key):
        return key


r_ = _Joiner(False)
c_ = _Joiner(True)
s_ = _Slicer()
