"""Fourier transforms, by numpy-ts."""

from ._bridge import bridge

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
    fftfreq(n: count, d: number = 1.0)
    rfftfreq(n: count, d: number = 1.0)
    fftshift(x: numbers, axes: axes = None)
    ifftshift(x: numbers, axes: axes = None)
    """,
)
