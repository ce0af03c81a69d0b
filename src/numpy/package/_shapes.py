"""Changing the shape of arrays: views where NumPy gives views."""

import builtins
import operator

from ._array import array, asarray, ndarray, refuse_beyond_memory, shape_text, shape_tuple
from ._backend import k
from ._errors import AxisError
from ._reductions import checked_axis
from ._types import DTYPES, INT64, generic, promote, type_code


def reshape(a, /, shape=None, order="C", *, newshape=None, copy=None):
    a = asarray(a)
    if shape is None:
        shape = newshape
    if order == "F":
        return reshape(a.T, tuple(builtins.reversed(_resolve(a, shape)))).T
    return k.reshape(a, _resolve(a, shape))


def _resolve(a, shape):
    """The shape with its -1 filled in."""
    if type(shape) is int:
        shape = (shape,)
    else:
        try:
            shape = tuple([operator.index(n) for n in shape])
        except TypeError:
            if hasattr(shape, "__index__"):
                shape = (operator.index(shape),)
            else:
                bad = shape if not isinstance(shape, (list, tuple)) else [n for n in shape if not hasattr(n, "__index__")][0]
                raise TypeError(f"'{type(bad).__name__}' object cannot be interpreted as an integer") from None
    known = 1
    unknown = -1
    for i, n in enumerate(shape):
        if n < 0:
            if unknown >= 0:
                raise ValueError("can only specify one unknown dimension")
            unknown = i
        else:
            known *= n
    if unknown >= 0 and known > 0 and a.size % known == 0:
        return shape[:unknown] + (a.size // known,) + shape[unknown + 1 :]
    if unknown >= 0 or known != a.size:
        raise ValueError(f"cannot reshape array of size {a.size} into shape {shape_text(shape).replace('-1', 'newaxis')}")
    return shape


def _method_reshape(self, *shape, order="C", copy=None):
    if len(shape) == 1 and not isinstance(shape[0], int):
        shape = shape[0]
    return reshape(self, shape, order)


def ravel(a, order="C"):
    a = asarray(a)
    return k.reshape(a.T if order == "F" else a, (a.size,))


def _flatten(self, order="C"):
    return k.reshape(k.astype(self.T if order == "F" else self, -1), (self.size,))


def transpose(a, axes=None):
    if isinstance(a, generic) and axes is None:
        return a
    a = asarray(a)
    if axes is None:
        return a.T
    axes = [operator.index(x) for x in axes]
    if len(axes) != a.ndim:
        raise ValueError("axes don't match array")
    axes = [checked_axis(x, a.ndim) for x in axes]
    if len(set(axes)) != len(axes):
        raise ValueError("repeated axis in transpose")
    shape, steps = a._shape, a._steps
    return k.restride(a, tuple([shape[x] for x in axes]), tuple([steps[x] for x in axes]), 0)


permute_dims = transpose


def _method_transpose(self, *axes):
    if not axes or axes[0] is None:
        return self.T
    return transpose(self, axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes)


def matrix_transpose(x, /):
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return swapaxes(x, -1, -2)


def swapaxes(a, axis1, axis2):
    a = asarray(a)
    axes = list(range(a.ndim))
    one, two = _named_axis(axis1, a.ndim, "axis1"), _named_axis(axis2, a.ndim, "axis2")
    axes[one], axes[two] = axes[two], axes[one]
    return transpose(a, axes)


def _named_axis(axis, ndim, name):
    at = operator.index(axis)
    if not -ndim <= at < ndim:
        raise AxisError(at, ndim, name)
    return at % ndim


def normalize_axis_tuple(axis, ndim, name=None):
    if not isinstance(axis, (list, tuple)):
        axis = [axis]
    axes = tuple([_named_axis(x, ndim, name) for x in axis])
    if len(set(axes)) != len(axes):
        raise ValueError(f"repeated axis in `{name}` argument" if name else "repeated axis")
    return axes


def moveaxis(a, source, destination):
    a = asarray(a)
    source = normalize_axis_tuple(source, a.ndim, "source")
    destination = normalize_axis_tuple(destination, a.ndim, "destination")
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [n for n in range(a.ndim) if n not in source]
    for to, origin in sorted(zip(destination, source, strict=True)):
        order.insert(to, origin)
    return transpose(a, order)


def rollaxis(a, axis, start=0):
    a = asarray(a)
    axis = checked_axis(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - 1 if axis < start else start)


def squeeze(a, axis=None):
    a = asarray(a)
    if axis is None:
        chosen = [i for i, n in enumerate(a._shape) if n == 1]
    else:
        chosen = [checked_axis(x, a.ndim) for x in (axis if isinstance(axis, tuple) else (axis,))]
        for at in chosen:
            if a._shape[at] != 1:
                raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    keep = [i for i in range(a.ndim) if i not in chosen]
    return k.restride(a, tuple([a._shape[i] for i in keep]), tuple([a._steps[i] for i in keep]), 0)


def expand_dims(a, axis):
    a = asarray(a)
    if not isinstance(axis, (list, tuple)):
        axis = (axis,)
    ndim = a.ndim + len(axis)
    axes = normalize_axis_tuple(axis, ndim)
    shape = iter(a._shape)
    return reshape(a, [1 if i in axes else next(shape) for i in range(ndim)])


def broadcast_shapes(*shapes):
    shapes = [(s,) if isinstance(s, int) else tuple(s) for s in shapes]
    ndim = builtins.max([len(s) for s in shapes], default=0)
    result = [1] * ndim
    for position, shape in enumerate(shapes):
        for i, n in enumerate(shape):
            at = ndim - len(shape) + i
            if result[at] == 1:
                result[at] = n
            elif n not in (1, result[at]):
                first = [j for j, s in enumerate(shapes) if len(s) > ndim - 1 - at and s[at - ndim] not in (1,)][0]
                raise ValueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg "
                    f"{first} with shape {shape_text(shapes[first])} and arg {position} with shape {shape_text(shape)}."
                )
    return tuple(result)


def broadcast_to(a, shape, subok=False):
    a = asarray(a)
    shape = shape_tuple(shape)
    lead = len(shape) - a.ndim
    if lead < 0:
        raise ValueError("input operand has more dimensions than allowed by the axis remapping")
    steps = [0] * lead
    for n, have, step in zip(shape[lead:], a._shape, a._steps, strict=True):
        if n != have and have != 1:
            raise ValueError(
                "operands could not be broadcast together with remapped shapes [original->remapped]: "
                f"{shape_text(a._shape)}  and requested shape {shape_text(shape)}"
            )
        steps.append(step if have == n != 1 else 0)
    made = k.restride(a, shape, tuple(steps), 0)
    k.set_writeable(made, False)
    return made


def broadcast_arrays(*arrays, subok=False):
    arrays = [asarray(a) for a in arrays]
    shape = broadcast_shapes(*[a._shape for a in arrays])
    return tuple([a if a._shape == shape else broadcast_to(a, shape) for a in arrays])


def atleast_1d(*arrays):
    made = [a.reshape(1) if a.ndim == 0 else a for a in map(asarray, arrays)]
    return made[0] if len(made) == 1 else tuple(made)


def atleast_2d(*arrays):
    made = [a if a.ndim >= 2 else a.reshape(1, -1) for a in map(asarray, arrays)]
    return made[0] if len(made) == 1 else tuple(made)


def atleast_3d(*arrays):
    made = []
    for a in map(asarray, arrays):
        if a.ndim < 2:
            a = a.reshape(1, -1, 1)
        elif a.ndim == 2:
            a = a[:, :, None]
        made.append(a)
    return made[0] if len(made) == 1 else tuple(made)


def _common(arrays, dtype):
    if dtype is not None:
        return type_code(dtype)
    code = arrays[0]._code
    for a in arrays[1:]:
        code = promote(code, a._code)
    return code


def concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind"):
    if axis is not None:
        axis = operator.index(axis)
    if isinstance(arrays, ndarray) and arrays.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    if not hasattr(arrays, "__len__"):
        raise TypeError("dispatcher for __array_function__ did not return an iterable")
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays = [ravel(a) for a in arrays]
        axis = 0
    first = arrays[0]
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = checked_axis(axis, first.ndim)
    for i, a in enumerate(arrays):
        if a.ndim != first.ndim:
            raise ValueError(
                "all the input arrays must have same number of dimensions, but the array at index 0 has "
                f"{first.ndim} dimension(s) and the array at index {i} has {a.ndim} dimension(s)"
            )
        for at, (n, m) in enumerate(zip(first._shape, a._shape, strict=True)):
            if at != axis and n != m:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along "
                    f"dimension {at}, the array at index 0 has size {n} and the array at index {i} has size {m}"
                )
    shape = list(first._shape)
    shape[axis] = builtins.sum([a._shape[axis] for a in arrays])
    made = k.full(tuple(shape), _common(arrays, dtype), None) if out is None else out
    lead = (slice(None),) * axis
    at = 0
    for a in arrays:
        n = a._shape[axis]
        k.copy_to(made[(*lead, slice(at, at + n))], a)
        at += n
    return made


concat = concatenate


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a._shape for a in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    axis = checked_axis(axis, arrays[0].ndim + 1)
    key = (slice(None),) * axis + (None,)
    return concatenate([a[key] if a.ndim else a.reshape(1) for a in arrays], axis, out, dtype=dtype)


def _sequence(arrays, name):
    if not hasattr(arrays, "__getitem__"):
        raise TypeError('arrays to stack must be passed as a "sequence" type such as list or tuple.')
    return list(arrays)


def vstack(tup, *, dtype=None, casting="same_kind"):
    arrays = [atleast_2d(a) for a in _sequence(tup, "vstack")]
    return concatenate(arrays, 0, dtype=dtype)


row_stack = vstack


def hstack(tup, *, dtype=None, casting="same_kind"):
    arrays = [atleast_1d(a) for a in _sequence(tup, "hstack")]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


def dstack(tup):
    return concatenate([atleast_3d(a) for a in _sequence(tup, "dstack")], 2)


def column_stack(tup):
    arrays = [a.reshape(-1, 1) if a.ndim < 2 else a for a in map(asarray, tup)]
    return concatenate(arrays, 1)


def block(arrays):
    def build(part, depth, level):
        if isinstance(part, list):
            return concatenate([build(p, depth, level + 1) for p in part], axis=level - depth)
        made = asarray(part)
        return made.reshape((1,) * (builtins.max(depth, made.ndim) - made.ndim) + made._shape)

    def deep(part):
        return 1 + builtins.max([deep(p) for p in part]) if isinstance(part, list) else 0

    depth = deep(arrays)
    return build(arrays, depth, 0) if depth else array(arrays)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    axis = checked_axis(axis, ary.ndim)
    total = ary._shape[axis]
    try:
        cuts = [0, *[operator.index(i) for i in indices_or_sections], total]
    except TypeError:
        count = operator.index(indices_or_sections)
        if count <= 0:
            raise ValueError("number sections must be larger than 0.") from None
        each, extra = builtins.divmod(total, count)
        cuts = [i * each + builtins.min(i, extra) for i in range(count + 1)]
    lead = (slice(None),) * axis
    return [ary[(*lead, slice(a, b))] for a, b in zip(cuts[:-1], cuts[1:], strict=True)]


def split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    if not hasattr(indices_or_sections, "__len__"):
        if ary._shape[checked_axis(axis, ary.ndim)] % indices_or_sections:
            raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    ary = asarray(ary)
    if ary.ndim == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 1 if ary.ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    ary = asarray(ary)
    if ary.ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def unstack(x, /, *, axis=0):
    return tuple(moveaxis(x, axis, 0))


def tile(A, reps):
    a = asarray(A)
    reps = tuple(reps) if hasattr(reps, "__iter__") else (reps,)
    ndim = builtins.max(a.ndim, len(reps))
    reps = (1,) * (ndim - len(reps)) + reps
    shape = (1,) * (ndim - a.ndim) + a._shape
    refuse_beyond_memory(tuple([r * n for r, n in zip(reps, shape, strict=True)]), a._code)
    spread = [n for pair in zip(reps, shape, strict=True) for n in pair]
    a = a.reshape([n for m in shape for n in (1, m)])
    return k.astype(broadcast_to(a, spread), -1).reshape([r * n for r, n in zip(reps, shape, strict=True)])


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    axis = checked_axis(axis, a.ndim)
    counts = asarray(repeats)
    if counts._code > INT64:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    n = a._shape[axis]
    if counts.size == 1:
        counts = [int(counts.reshape(-1)[0])] * n
    elif counts.ndim == 1 and counts.size == n:
        counts = counts.tolist()
    else:
        raise ValueError(f"operands could not be broadcast together with shape ({n},) ({counts.size},)")
    if [c for c in counts if c < 0]:
        raise ValueError("repeats may not contain negative values.")
    refuse_beyond_memory((*a._shape[:axis], builtins.sum(counts), *a._shape[axis + 1 :]), a._code)
    positions = [i for i, c in enumerate(counts) for _ in range(c)]
    return _at(a, positions, axis)


def _at(a, positions, axis):
    """The slices of `a` at a list of positions along an axis."""
    index = asarray(positions, DTYPES[INT64])
    return a[(slice(None),) * axis + (index,)]


def flip(m, axis=None):
    m = asarray(m)
    axes = range(m.ndim) if axis is None else normalize_axis_tuple(axis, m.ndim)
    return m[tuple([slice(None, None, -1) if i in axes else slice(None) for i in range(m.ndim)])]


def fliplr(m):
    m = asarray(m)
    if m.ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return flip(m, 1)


def flipud(m):
    m = asarray(m)
    if m.ndim < 1:
        raise ValueError("Input must be >= 1-d.")
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    turns = k % 4
    if turns == 0:
        return m[:]
    if turns == 2:
        return flip(flip(m, axes[0]), axes[1])
    if turns == 1:
        return swapaxes(flip(m, axes[1]), *axes)
    return flip(swapaxes(m, *axes), axes[1])


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return roll(ravel(a), shift, 0).reshape(a._shape)
    axes = axis if isinstance(axis, tuple) else (axis,)
    shifts = shift if isinstance(shift, tuple) else (shift,) * len(axes)
    made = a
    for at, by in zip([checked_axis(x, a.ndim) for x in axes], shifts, strict=True):
        n = made._shape[at]
        if n == 0:
            continue
        by = operator.index(by) % n
        lead = (slice(None),) * at
        made = concatenate([made[(*lead, slice(n - by, n))], made[(*lead, slice(0, n - by))]], at)
    return made if made is not a else array(a)


def append(arr, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        return concatenate([ravel(arr), ravel(asarray(values))])
    return concatenate([arr, asarray(values)], axis)


def delete(arr, obj, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr = ravel(arr)
        axis = 0
    axis = checked_axis(axis, arr.ndim)
    n = arr._shape[axis]
    gone = range(n)[obj] if isinstance(obj, slice) else asarray(obj)
    if isinstance(gone, ndarray) and gone._code == 0:
        gone = k.nonzero(gone)[0]
    gone = set() if isinstance(gone, ndarray) and gone.size == 0 else gone
    places = set()
    for i in gone if isinstance(gone, (range, set)) else gone.reshape(-1).tolist():
        if not -n <= i < n:
            raise IndexError(f"index {i} is out of bounds for axis {axis} with size {n}")
        places.add(i % n)
    return _at(arr, [i for i in range(n) if i not in places], axis)


def insert(arr, obj, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr = ravel(arr)
        axis = 0
    axis = checked_axis(axis, arr.ndim)
    n = arr._shape[axis]
    single = not isinstance(obj, (list, tuple, ndarray, slice))
    places = [operator.index(obj)] if single else list(range(n)[obj]) if isinstance(obj, slice) else asarray(obj).tolist()
    for i in places:
        if not -n <= i <= n:
            raise IndexError(f"index {i} is out of bounds for axis {axis} with size {n}")
    places = [i + n if i < 0 else i for i in places]
    values = asarray(values, arr.dtype)
    lead = (slice(None),) * axis
    if single:
        values = asarray(values)
        if values.ndim < arr.ndim and values.ndim > 0 and axis == arr.ndim - 1 and arr.ndim > 1:
            values = values[..., None]
        count = values._shape[axis] if values.ndim == arr.ndim else 1
        shape = list(arr._shape)
        shape[axis] = count
        part = broadcast_to(values if values.ndim == arr.ndim or values.ndim == 0 else values, shape)
        return concatenate([arr[(*lead, slice(0, places[0]))], part, arr[(*lead, slice(places[0], n))]], axis)
    order = sorted(range(len(places)), key=lambda i: places[i])
    shape = list(arr._shape)
    shape[axis] = len(places)
    part = broadcast_to(values, shape)
    pieces = []
    at = 0
    for i in order:
        pieces += [arr[(*lead, slice(at, places[i]))], part[(*lead, slice(i, i + 1))]]
        at = places[i]
    return concatenate([*pieces, arr[(*lead, slice(at, n))]], axis)


def resize(a, new_shape):
    a = ravel(asarray(a))
    shape = shape_tuple(new_shape)
    size = 1
    for n in shape:
        size *= n
    return _at(a, [i % a.size for i in range(size)], 0).reshape(shape)
