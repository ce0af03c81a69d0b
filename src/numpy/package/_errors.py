"""NumPy's exceptions, and the one of ours for what is not there."""

from ._backend import k


class _UnsupportedError(NotImplementedError, AttributeError, TypeError):
    """Raised for what real NumPy can do and this one cannot."""


WAY_OUT = 'Use your own Python: run "Backprop Tutor: Select Python".'


def unsupported(what):
    """The error for a missing feature, to be raised."""
    return _UnsupportedError(f"{what} is not part of the built-in NumPy. {WAY_OUT}")


def fault(name, *parts):
    """Raises an error that the kernels raise too; they have its words, in `kernels/messages.ts`."""
    k.fault(name, tuple([str(part) for part in parts]))


class AxisError(ValueError, IndexError):
    def __init__(self, axis, ndim=None, msg_prefix=None):
        self.axis = axis
        self.ndim = ndim
        if ndim is None and isinstance(axis, str):
            message = axis
        else:
            message = f"axis {axis} is out of bounds for array of dimension {ndim}"
            if msg_prefix is not None:
                message = f"{msg_prefix}: {message}"
        super().__init__(message)


class DTypePromotionError(TypeError):
    pass


class ComplexWarning(RuntimeWarning):
    pass


class RankWarning(RuntimeWarning):
    pass


class VisibleDeprecationWarning(UserWarning):
    pass


class UFuncTypeError(TypeError):
    pass


class _UFuncNoLoopError(UFuncTypeError):
    pass


class _UFuncOutputCastingError(UFuncTypeError):
    pass


class _ArrayMemoryError(MemoryError):
    pass


# NumPy shows these under the names of their bases.
_UFuncNoLoopError.__name__ = _UFuncNoLoopError.__qualname__ = "UFuncTypeError"
_UFuncOutputCastingError.__name__ = _UFuncOutputCastingError.__qualname__ = "UFuncTypeError"
_ArrayMemoryError.__name__ = _ArrayMemoryError.__qualname__ = "MemoryError"


class LinAlgError(ValueError):
    pass


for _class in (AxisError, DTypePromotionError, ComplexWarning, RankWarning, VisibleDeprecationWarning):
    _class.__module__ = "numpy.exceptions"
for _class in (UFuncTypeError, _UFuncNoLoopError, _UFuncOutputCastingError, _ArrayMemoryError):
    _class.__module__ = "numpy._core._exceptions"
LinAlgError.__module__ = "numpy.linalg"
