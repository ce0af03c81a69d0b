"""Walking through arrays: `nditer`, `ndindex`, `ndenumerate`, `flat`."""

import itertools
import operator

from ._array import ndarray
from ._backend import k
from ._broadcasting import broadcast_shapes, broadcast_to
from ._creation import asarray
from ._elsewhere import mark_absent
from ._errors import fault, unsupported


class flatiter:
    """`array.flat`."""

    def __init__(self, base):
        self.base = base
        self.index = 0

    def __len__(self):
        return self.base.size

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        value = self[self.index]
        self.index += 1
        return value

    @property
    def coords(self):
        return _place(self.index, self.base._shape)

    def __getitem__(self, key):
        if isinstance(key, int):
            n = self.base.size
            if not -n <= key < n:
                raise IndexError(f"index {key} is out of bounds for size {n}")
            return self.base[_place(key % n, self.base._shape)]
        return self.base.flatten()[key]

    def __setitem__(self, key, value):
        flat = self.base.flatten()
        if isinstance(key, (int, slice)) and not isinstance(value, (int, float)):
            values = asarray(value).reshape(-1)
            places = range(flat.size)[key]
            places = [places] if isinstance(places, int) else places
            for i, at in enumerate(places):
                flat[at] = values[i % values.size]
        else:
            flat[key] = value
        self.base[...] = flat.reshape(self.base._shape)

    def __array__(self, dtype=None, copy=None):
        return self.base.flatten()

    def copy(self):
        return self.base.flatten()


flatiter.__module__ = "numpy"


def _set_flat(self, values):
    flatiter(self)[:] = values


ndarray.flat = property(flatiter, _set_flat)


def _place(index, shape):
    place = []
    for n in reversed(shape):
        place.append(index % n)
        index //= n
    return tuple(reversed(place))


class ndindex:
    """All positions of a shape, the last axis fastest."""

    def __init__(self, *shape):
        if len(shape) == 1 and not isinstance(shape[0], int):
            shape = tuple(shape[0])
        self._positions = itertools.product(*[range(operator.index(n)) for n in shape])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._positions)


class ndenumerate:
    """All positions of an array with their elements."""

    def __init__(self, arr):
        self._array = asarray(arr)
        self.iter = self._array.flat
        self._positions = ndindex(*self._array._shape)

    def __iter__(self):
        return self

    def __next__(self):
        at = next(self._positions)
        return at, self._array[at]


ndindex.__module__ = ndenumerate.__module__ = "numpy"
_FLAGS = {
    "multi_index",
    "c_index",
    "f_index",
    "zerosize_ok",
    "refs_ok",
    "buffered",
    "external_loop",
    "reduce_ok",
    "ranged",
}
_FLAGS |= {"common_dtype", "copy_if_overlap", "delay_bufalloc", "grow_inner"}


class nditer:
    """The iterator over one or several arrays, element by element in C order."""

    def __init__(
        self,
        op,
        flags=None,
        op_flags=None,
        op_dtypes=None,
        order="K",
        casting="safe",
        op_axes=None,
        itershape=None,
        buffersize=0,
    ):
        flags = list(flags or [])
        for flag in flags:
            if flag not in _FLAGS:
                raise ValueError(f'Unexpected iterator global flag "{flag}"')
        if "external_loop" in flags or op_axes is not None or itershape is not None:
            raise unsupported("np.nditer with external_loop, op_axes or itershape")
        several = isinstance(op, (list, tuple))
        given = list(op) if several else [op]
        rights = list(op_flags or [])
        per_operand = rights if rights and isinstance(rights[0], (list, tuple)) else [rights] * len(given)
        known = [asarray(a) for a in given if a is not None]
        shape = broadcast_shapes(*[a._shape for a in known])
        self.operands = []
        self._writeable = []
        for a, right in zip(given, per_operand, strict=True):
            writes = "readwrite" in right or "writeonly" in right or a is None
            if a is None:
                a = k.full(shape, known[0]._code, 0.0)
            a = asarray(a)
            if writes and not a._flags & 2:
                fault("output_read_only")
            self.operands.append(a if a._shape == shape else broadcast_to(a, shape))
            self._writeable.append(writes)
        self.operands = tuple(self.operands)
        self.nop = len(given)
        self.shape = shape
        self.ndim = len(shape)
        self.itersize = 1
        for n in shape:
            self.itersize *= n
        if self.itersize == 0 and "zerosize_ok" not in flags:
            raise ValueError("Iteration of zero-sized operands is not enabled")
        self._multi = "multi_index" in flags
        self._indexed = "c_index" in flags
        self._several = several
        # In the order of memory, unless positions are asked for or the order is given.
        first = self.operands[0]
        self._axes = list(range(self.ndim))
        if order == "F" or order == "K" and all([a.T._flags & 1 and not a._flags & 1 for a in self.operands]):
            self._axes.reverse()
        del first
        self.iterindex = 0
        self._started = False

    has_multi_index = property(lambda self: self._multi)
    has_index = property(lambda self: self._indexed)

    @property
    def finished(self):
        return self.iterindex >= self.itersize

    @property
    def multi_index(self):
        if not self._multi:
            raise ValueError("Iterator is not tracking a multi-index")
        return self._where()

    @property
    def index(self):
        if not self._indexed:
            raise ValueError("Iterator does not have an index")
        at = 0
        for i, n in zip(self._where(), self.shape, strict=True):
            at = at * n + i
        return at

    def _where(self):
        if self.finished:
            raise ValueError("Iterator is past the end")
        place = [0] * self.ndim
        index = self.iterindex
        for axis in reversed(self._axes):
            place[axis] = index % self.shape[axis]
            index //= self.shape[axis]
        return tuple(place)

    def _values(self):
        key = (*self._where(), Ellipsis)
        views = []
        for a, writes in zip(self.operands, self._writeable, strict=True):
            view = a[key]
            if not writes:
                k.set_writeable(view, False)
            views.append(view)
        return tuple(views)

    @property
    def value(self):
        views = self._values()
        return views if self._several else views[0]

    def __getitem__(self, i):
        return self._values()[i]

    def __setitem__(self, i, value):
        self._values()[i][...] = value

    def iternext(self):
        self.iterindex += 1
        return not self.finished

    def reset(self):
        self.iterindex = 0
        self._started = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._started:
            self.iterindex += 1
        self._started = True
        if self.finished:
            raise StopIteration
        return self.value

    def __len__(self):
        return self.nop

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def close(self):
        pass


nditer.__module__ = "numpy"
mark_absent(nditer, "nditer")
