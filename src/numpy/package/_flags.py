"""An array's `flags`."""

import builtins

from ._backend import k


class flagsobj:
    __slots__ = ("_array",)

    def __init__(self, owner):
        self._array = owner

    @property
    def c_contiguous(self):
        return builtins.bool(self._array._flags & 1)

    contiguous = c_contiguous

    @property
    def f_contiguous(self):
        return builtins.bool(self._array.T._flags & 1)

    fortran = f_contiguous

    @property
    def owndata(self):
        return self._array.base is None

    @property
    def writeable(self):
        return builtins.bool(self._array._flags & 2)

    @writeable.setter
    def writeable(self, value):
        k.set_writeable(self._array, builtins.bool(value))

    aligned = property(lambda self: True)
    writebackifcopy = property(lambda self: False)

    def __getitem__(self, key):
        short = {"C": "c_contiguous", "F": "f_contiguous", "O": "owndata", "W": "writeable", "A": "aligned"}
        return getattr(self, short.get(key, key.lower()))

    def __setitem__(self, key, value):
        setattr(self, {"W": "writeable"}.get(key, key.lower()), value)

    def __repr__(self):
        names = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")
        return "".join([f"  {name} : {self[name]}\n" for name in names])
