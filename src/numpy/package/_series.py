"""`numpy.polynomial.polynomial`: functions of coefficients that rise from the constant term."""

from ._arithmetic import convolve
from ._backend import when_bound
from ._construction import diag
from ._creation import array, asarray, ones, zeros
from ._elsewhere import from_module
from ._errors import unsupported
from ._joining import concatenate, stack
from ._more import sort_complex
from ._sorting import sort
from ._types import FLOAT64
from .linalg import eigvals, lstsq


@when_bound.append
def _constants():
    """No array can be made before the kernels are there."""
    globals().update(polydomain=array([-1.0, 1.0]), polyzero=array([0]), polyone=array([1]), polyx=array([0, 1]))


def _series(c):
    """Coefficients as an array of one axis, of floats at least."""
    made = asarray(c)
    if made.ndim == 0:
        made = made.reshape(1)
    if made.ndim != 1:
        raise unsupported("np.polynomial with coefficients of several axes")
    if made.size == 0:
        raise ValueError("Coefficient array is empty")
    return made if made._code >= FLOAT64 else made.astype(float)


def _trimmed(c):
    """The coefficients without the zeros of the highest powers; at least one is left."""
    last = len(c)
    while last > 1 and c[last - 1] == 0:
        last -= 1
    return c[:last]


def polytrim(c, tol=0):
    if tol < 0:
        raise ValueError("tol must be non-negative")
    c = _series(c)
    kept = (abs(c) > tol).nonzero()[0]
    return c[: kept[-1] + 1].copy() if len(kept) else c[:1] * 0


def polyline(off, scl):
    return array([off, scl]) if scl != 0 else array([off])


def _padded(a, b):
    a, b = _series(a), _series(b)
    n = max(len(a), len(b))
    return [concatenate([c, zeros(n - len(c))]) for c in (a, b)]


def polyadd(c1, c2):
    a, b = _padded(c1, c2)
    return _trimmed(a + b)


def polysub(c1, c2):
    a, b = _padded(c1, c2)
    return _trimmed(a - b)


def polymul(c1, c2):
    return _trimmed(convolve(_trimmed(_series(c1)), _trimmed(_series(c2))))


def polymulx(c):
    return polymul(c, [0, 1])


def polydiv(c1, c2):
    """The quotient and the remainder; a ZeroDivisionError where the divisor is zero."""
    rest, by = _trimmed(_series(c1)).copy(), _trimmed(_series(c2))
    if by[-1] == 0:
        raise ZeroDivisionError
    steps = len(rest) - len(by)
    if steps < 0:
        return rest[:1] * 0, rest
    quotient = zeros(steps + 1)
    for i in range(steps, -1, -1):
        quotient[i] = rest[i + len(by) - 1] / by[-1]
        rest[i : i + len(by)] -= quotient[i] * by
    return quotient, _trimmed(rest[: max(len(by) - 1, 1)]) if len(by) > 1 else rest[:1] * 0


def polypow(c, pow, maxpower=None):
    power = int(pow)
    if power != pow or power < 0:
        raise ValueError("Power must be a non-negative integer.")
    made = asarray([1.0])
    for _ in range(power):
        made = polymul(made, c)
    return made


def polyval(x, c, tensor=True):
    """The value at `x`, by Horner's rule; `x` may be an array of any shape, or a polynomial."""
    c = _series(c)
    if isinstance(x, (list, tuple)):
        x = asarray(x)
    total = c[-1] + x * 0
    for i in range(2, len(c) + 1):
        total = c[-i] + total * x
    return total


def polyder(c, m=1, scl=1, axis=0):
    c = _series(c)
    if m < 0:
        raise ValueError("The order of derivation must be non-negative")
    if m >= len(c):
        return c[:1] * 0
    for _ in range(m):
        c = c[1:] * scl * asarray(range(1, len(c)))
    return c


def polyint(c, m=1, k=(), lbnd=0, scl=1, axis=0):
    c = _series(c)
    constants = list(k) if hasattr(k, "__len__") else [k]
    if m < 0:
        raise ValueError("The order of integration must be non-negative")
    if len(constants) > m:
        raise ValueError("Too many integration constants")
    for value in constants + [0] * (m - len(constants)):
        c = c * scl
        made = concatenate([asarray([0.0]), c / asarray(range(1, len(c) + 1))])
        made[0] += value - polyval(lbnd, made)
        c = made
    return c


def polyvander(x, deg):
    x = asarray(x) * 1.0
    return stack([x**n for n in range(deg + 1)], -1)


def polycompanion(c):
    c = _series(c)
    if len(c) < 2:
        raise ValueError("Series must have maximum degree of at least 1.")
    n = len(c) - 1
    made = diag(ones(n - 1), -1) if n > 1 else zeros((1, 1))
    made[:, -1] -= c[:-1] / c[-1]
    return made


def polyroots(c):
    c = _trimmed(_series(c))
    if len(c) < 2:
        return asarray([], c.dtype)
    if len(c) == 2:
        return asarray([-c[0] / c[1]])
    found = eigvals(polycompanion(c)[::-1, ::-1])
    return sort_complex(found) if found._code > FLOAT64 else sort(found)


def polyfromroots(roots):
    made = asarray([1.0])
    for root in sorted(asarray(roots).reshape(-1).tolist()):
        made = convolve(made, asarray([-root, 1.0]))
    return made


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    """Coefficients of the least squares fit, its columns scaled to length one first."""
    if full or not hasattr(deg, "__index__"):
        raise unsupported("polyfit with full=True or a list of degrees")
    x, y = asarray(x) * 1.0, asarray(y) * 1.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    columns = polyvander(x, deg)
    if w is not None:
        weights = asarray(w) * 1.0
        columns, y = columns * weights.reshape(-1, 1), (y.T * weights).T
    lengths = (columns**2).sum(0) ** 0.5
    lengths[lengths == 0] = 1
    found = lstsq(columns / lengths, y, len(x) * 2.220446049250313e-16 if rcond is None else rcond)[0]
    return (found.T / lengths).T


__getattr__ = from_module("np.polynomial.polynomial")
