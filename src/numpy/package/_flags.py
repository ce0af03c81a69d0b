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

    @property
    def fnc(self):
        return self.f_contiguous and not self.c_contiguous

    @property
    def forc(self):
        return self.f_contiguous or self.c_contiguous

    behaved = writeable

    @property
    def carray(self):
        return self.c_contiguous and self.writeable

    @property
    def farray(self):
        return self.fnc and self.writeable

    @property
    def num(self):
        return self.c_contiguous + 2 * self.f_contiguous + 4 * self.owndata + 0x100 + 0x400 * self.writeable

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
