"""Fourier transforms, by numpy-ts."""

from ._bridge import bridge
from ._creation import asarray
from ._editing import roll
from ._elsewhere import from_module

bridge(
    globals(),
    "fft.",
    """
    fft(a: numbers, n: count = None, axis: count = -1, norm: text = None)
    ifft(a: numbers, n: count = None, axis: count = -1, norm: text = None)
    rfft(a: numbers, n: count = None, axis: count = -1, norm: text = None)
    irfft(a: numbers, n: count = None, axis: count = -1, norm: text = None)
    hfft(a: numbers, n: count = None, axis: count = -1, norm: text = None)
    ihfft(a: numbers, n: count = None, axis: count = -1, norm: text = None)
    fft2(a: numbers, s: axes = None, axes: axes = (-2, -1), norm: text = None)
    ifft2(a: numbers, s: axes = None, axes: axes = (-2, -1), norm: text = None)
    rfft2(a: numbers, s: axes = None, axes: axes = (-2, -1), norm: text = None)
    irfft2(a: numbers, s: axes = None, axes: axes = (-2, -1), norm: text = None)
    fftn(a: numbers, s: axes = None, axes: axes = None, norm: text = None)
    ifftn(a: numbers, s: axes = None, axes: axes = None, norm: text = None)
    rfftn(a: numbers, s: axes = None, axes: axes = None, norm: text = None)
    irfftn(a: numbers, s: axes = None, axes: axes = None, norm: text = None)
    fftfreq(n: count, d: number = 1.0)
    rfftfreq(n: count, d: number = 1.0)
    """,
)


def fftshift(x, axes=None):
    return _shifted(asarray(x), axes, 1)


def ifftshift(x, axes=None):
    return _shifted(asarray(x), axes, -1)


def _shifted(x, axes, sign):
    axes = tuple(range(x.ndim)) if axes is None else (axes,) if isinstance(axes, int) else tuple(axes)
    # Half of an odd length is rounded down, in the direction of the shift.
    return roll(x, tuple([sign * (x.shape[axis] // 2) for axis in axes]), axes)


__getattr__ = from_module("np.fft")
