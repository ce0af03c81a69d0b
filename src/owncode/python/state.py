"""What a run of the learner's function changes beside what it returns, and setting that back."""

from ..own import OWN as __builtins__  # noqa: F401

import random
import sys
import types

import numpy as np

from .leaves import Slot, ndarray

_MAX_CONTAINERS = 20000
_MAX_BYTES = 1 << 26
_CLOSED = (types.ModuleType, types.BuiltinFunctionType, type, str, bytes, int, float, complex, np.generic)
_getprofile, _setprofile = sys.getprofile, sys.setprofile
_set_seed = np.random.seed
_random_seed = random.seed
_missing = object()
_SEED = 20240229


def reseed():
    """The same random numbers in every evaluation, whoever draws them."""
    _set_seed(_SEED)
    _random_seed(_SEED)


class State:
    """The dictionaries, lists, objects and arrays in reach of some roots, as they are now."""

    def __init__(self, roots):
        self.containers = []
        self.arrays = []
        self.generators = []
        self.kept = {}
        self.bytes_left = _MAX_BYTES
        # A trial run's watching of each call is for the file's own functions.
        watching = _getprofile()
        _setprofile(None)
        try:
            self.take_all(list(roots))
        finally:
            _setprofile(watching)

    def take_all(self, stack):
        """Remembers what the values of a list hold, and all that they hold."""
        while stack and len(self.containers) < _MAX_CONTAINERS:
            value = stack.pop()
            if value is None or isinstance(value, _CLOSED) or id(value) in self.kept:
                continue
            self.kept[id(value)] = value
            stack.extend(self.take(value))

    def take(self, value):
        """Remembers a value; gives what it holds."""
        if isinstance(value, ndarray):
            if value.dtype.kind == "O":
                return list(value.reshape(-1))
            if value.flags.writeable and value.nbytes <= self.bytes_left:
                self.bytes_left -= value.nbytes
                self.arrays.append((value, value.copy()))
            return ()
        if isinstance(value, dict):
            self.containers.append((value, dict(value)))
            # A namespace's builtins lead to what runs the file, and to the file's own tree.
            return [item for key, item in value.items() if key != "__builtins__"]
        if isinstance(value, list):
            self.containers.append((value, list(value)))
            return list(value) if len(value) <= _MAX_CONTAINERS else ()
        if isinstance(value, (tuple, set, frozenset)):
            return list(value)
        if isinstance(value, types.FunctionType):
            cells = [cell.cell_contents for cell in value.__closure__ or () if _is_full(cell)]
            return cells + list(value.__defaults__ or ()) + list((value.__kwdefaults__ or {}).values())
        if isinstance(value, types.MethodType):
            return [value.__self__]
        set_back = _set_back_of(value)
        if set_back is not None:
            self.generators.append(set_back)
            return ()
        try:
            held = object.__getattribute__(value, "__dict__")
        except AttributeError:
            names = getattr(type(value), "__slots__", ())
            names = (names,) if isinstance(names, str) else tuple(names)
            values = {name: getattr(value, name) for name in names if hasattr(value, name)}
            if values:
                self.containers.append((value, values))
            return list(values.values())
        return [held] if type(held) is dict else ()

    def replace(self, old, new):
        """Puts another object in every place that holds one; whether there was any."""
        found = False
        for container, items in self.containers:
            for key, item in list(items.items() if not isinstance(container, list) else enumerate(items)):
                if item is not old:
                    continue
                found = True
                items[key] = new
                if isinstance(container, (dict, list)):
                    container[key] = new
                else:
                    setattr(container, key, new)
        self.arrays = [(array, values) for array, values in self.arrays if array is not old]
        self.kept[id(new)] = new
        return found

    def place_of(self, value):
        """The one place that holds a value, or None where there is none or more than one."""
        places = []
        for container, items in self.containers:
            for key, item in items.items() if not isinstance(container, list) else enumerate(items):
                if item is value:
                    places.append(Slot(container, key, not isinstance(container, (dict, list))))
        return places[0] if len(places) == 1 else None

    def holds(self, value):
        return id(value) in self.kept

    def is_as_it_was(self, array):
        """Whether an array was there at that time and holds the same now."""
        if not self.holds(array):
            return False
        return any(each is array and np.array_equal(each, values, equal_nan=True) for each, values in self.arrays)

    def restore(self):
        """Sets everything back."""
        for container, items in self.containers:
            _set_back(container, items)
        for array, values in self.arrays:
            if array.shape == values.shape:
                array[...] = values
        for set_back in self.generators:
            set_back()

    def rebind(self, volatile):
        """Lets the containers hold again what they held, but for those that change in every run; whether any did not."""
        known = {id(container) for container, _ in volatile.containers}
        changed = [
            (container, items)
            for container, items in self.containers
            if id(container) not in known and _differs(container, items)
        ]
        for container, items in changed:
            _set_back(container, items)
        return bool(changed)

    def changed(self):
        """The part of it that is not as it was: what further runs are going to change as well."""
        part = object.__new__(State)
        part.kept, part.generators = self.kept, self.generators
        part.containers = [(container, items) for container, items in self.containers if _differs(container, items)]
        part.arrays = [
            (array, values)
            for array, values in self.arrays
            if not np.array_equal(array, values, equal_nan=array.dtype.kind in "fc")
        ]
        return part


def _set_back_of(value):
    """What sets a generator of random numbers back; None for what is none."""
    bits = getattr(value, "bit_generator", None)
    if bits is not None and hasattr(bits, "state"):
        state = bits.state
        return lambda: setattr(bits, "state", state)
    kind = type(value)
    # A class of the file's own may have one of these names.
    if kind.__name__ not in ("Generator", "RandomState", "Random") or kind.__module__ == "__main__":
        return None
    for get, put in (("get_state", "set_state"), ("getstate", "setstate")):
        if hasattr(value, get) and hasattr(value, put):
            state = getattr(value, get)()
            return lambda: getattr(value, put)(state)
    # One that does not tell its state begins anew.
    return lambda: value.__init__(_SEED)


def _is_full(cell):
    try:
        return cell.cell_contents is not _missing
    except ValueError:
        return False


def _differs(container, items):
    if isinstance(container, dict):
        return len(container) != len(items) or any(container.get(key, _missing) is not items[key] for key in items)
    if isinstance(container, list):
        return len(container) != len(items) or any(now is not then for now, then in zip(container, items))
    return any(getattr(container, name, _missing) is not items[name] for name in items)


def _set_back(container, items):
    if isinstance(container, dict):
        for key in [key for key in container if key not in items]:
            del container[key]
        for key, item in items.items():
            if container.get(key, _missing) is not item:
                container[key] = item
    elif isinstance(container, list):
        if len(container) != len(items):
            container[:] = items
        for index, item in enumerate(items):
            if container[index] is not item:
                container[index] = item
    else:
        for name, item in items.items():
            if getattr(container, name, _missing) is not item:
                setattr(container, name, item)
