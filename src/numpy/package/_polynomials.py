"""Polynomials by their coefficients, the highest power first."""

from ._arithmetic import convolve, polyval
from ._creation import array, asarray, ones, zeros
from ._joining import concatenate
from ._reductions import all as _all
from ._shapes import atleast_1d
from .linalg import eigvals


def _coefficients(p):
    return p.coeffs if isinstance(p, poly1d) else atleast_1d(asarray(p))


def _like(result, *sources):
    """The result as a polynomial object, where one of the sources is."""
    return poly1d(result) if any(isinstance(s, poly1d) for s in sources) else result


def _trimmed(c):
    values = c.tolist()
    start = 0
    while start < len(values) and values[start] == 0:
        start += 1
    return c[start:]


def poly(seq_of_zeros):
    zeros_of = atleast_1d(asarray(seq_of_zeros))
    if zeros_of.ndim == 2:
        zeros_of = eigvals(zeros_of)
    made = ones(1)
    for root in zeros_of:
        made = _times_root(made, root)
    whole = (made.imag == 0).all() or _are_pairs(zeros_of)
    return made.real if whole and made.dtype.kind == "c" else made


def _times_root(c, root):
    """The coefficients of a polynomial times (x - root)."""
    longer = concatenate([c, zeros(1)])
    shifted = concatenate([zeros(1), c])
    return longer - shifted * root


def _are_pairs(found):
    """Whether complex roots come with their conjugates: the coefficients then are real."""
    above = sorted([(z.real, z.imag) for z in found.tolist() if z.imag > 0])
    below = sorted([(z.real, -z.imag) for z in found.tolist() if z.imag < 0])
    return above == below


def roots(p):
    c = _trimmed(_coefficients(p) * 1.0)
    if c.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    back = c.tolist()
    behind = 0
    while len(back) > 1 and back[-1] == 0:
        back.pop()
        behind += 1
    if len(back) < 2:
        return zeros(behind)
    n = len(back) - 1
    companion = zeros((n, n))
    for i in range(1, n):
        companion[i, i - 1] = 1.0
    companion[0] = array([-x / back[0] for x in back[1:]])
    found = eigvals(companion)
    return concatenate([found, zeros(behind)])


def _aligned(a, b):
    one, two = _coefficients(a), _coefficients(b)
    missing = len(one) - len(two)
    if missing > 0:
        two = concatenate([zeros(missing, two.dtype), two])
    elif missing < 0:
        one = concatenate([zeros(-missing, one.dtype), one])
    return one, two


def polyadd(a1, a2):
    one, two = _aligned(a1, a2)
    return _like(one + two, a1, a2)


def polysub(a1, a2):
    one, two = _aligned(a1, a2)
    return _like(one - two, a1, a2)


def polymul(a1, a2):
    return _like(convolve(_coefficients(a1), _coefficients(a2)), a1, a2)


def polydiv(u, v):
    rest = [float(x) for x in _coefficients(u)]
    by = [float(x) for x in _coefficients(v)]
    quotient = []
    for i in range(max(len(rest) - len(by) + 1, 1)):
        factor = rest[i] / by[0] if len(rest) >= len(by) else 0.0
        quotient.append(factor)
        if len(rest) >= len(by):
            for j, x in enumerate(by):
                rest[i + j] -= factor * x
    while len(rest) > 1 and abs(rest[0]) < 1e-14:
        rest.pop(0)
    return _like(array(quotient), u, v), _like(array(rest), u, v)


def polyder(p, m=1):
    c = _coefficients(p)
    for _ in range(m):
        n = len(c) - 1
        c = c[:-1] * asarray(list(range(n, 0, -1)) or [1])[:n]
    return _like(c, p)


def polyint(p, m=1, k=None):
    c = _coefficients(p)
    constants = (
        [0.0] * m if k is None else [float(x) for x in atleast_1d(asarray(k))] * (m if asarray(k).ndim == 0 else 1)
    )
    for i in range(m):
        powers = asarray(list(range(len(c), 0, -1)))
        c = concatenate([c / powers, array([constants[i]])])
    return _like(c, p)


class poly1d:
    """A polynomial of one variable."""

    __hash__ = None  # pyright: ignore[reportAssignmentType]
    __array_ufunc__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            c_or_r, variable = c_or_r.coeffs, variable or c_or_r.variable
        given = poly(c_or_r) if r else atleast_1d(asarray(c_or_r))
        if given.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        given = _trimmed(given)
        self.coeffs = given if len(given) else zeros(1, given.dtype)
        self.variable = variable or "x"

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)
    r = roots = property(lambda self: roots(self.coeffs))

    def __call__(self, value):
        return polyval(self.coeffs, value.coeffs if isinstance(value, poly1d) else value)

    def __array__(self, dtype=None, copy=None):
        return self.coeffs if dtype is None else self.coeffs.astype(dtype)

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __str__(self):
        return _drawn(self.coeffs, self.variable)

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return self.coeffs.shape == other.coeffs.shape and bool(_all(self.coeffs == other.coeffs))

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, _coefficients(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, _coefficients(other)))

    def __rsub__(self, other):
        return poly1d(polysub(_coefficients(other), self.coeffs))

    def __mul__(self, other):
        return poly1d(polymul(self.coeffs, _coefficients(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, poly1d):
            return polydiv(self, other)
        return poly1d(self.coeffs / other)

    def __pow__(self, n):
        made = poly1d([1])
        for _ in range(n):
            made = made * self
        return made

    def deriv(self, m=1):
        return poly1d(polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        return poly1d(polyint(self.coeffs, m, k))


poly1d.__module__ = "numpy"


def _drawn(coeffs, variable):
    """The polynomial with its powers in a line of their own."""
    above, below = "", ""
    n = len(coeffs) - 1
    for i, c in enumerate(coeffs.tolist()):
        power = n - i
        text = f"{abs(c):.4g}"
        if text == "0" and not (power == 0 and below == ""):
            continue
        sign = ("-" if c < 0 else "") if below == "" else " - " if c < 0 else " + "
        name = f" {variable}" if power else ""
        below += sign + text + name
        if power > 1:
            above += " " * (len(below) - len(above)) + str(power)
            below += " " * (len(str(power)) - 1)
    return f"{above}\n{below}" if above else f" \n{below}"
