"""`numpy.polynomial`: the class `Polynomial`; `polynomial` holds the functions of its coefficients."""

import sys

from . import _series as polynomial
from ._construction import linspace
from ._creation import array, asarray
from ._elsewhere import from_module
from ._errors import unsupported
from ._float_formats import format_float_positional, format_float_scientific
from ._printing import get_printoptions

# `import numpy.polynomial.polynomial` finds the functions.
__path__ = []
sys.modules[__name__ + ".polynomial"] = polynomial
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNIT = (-1.0, 1.0)


def _parameters(old, new):
    """Offset and factor of the line that maps one domain onto another."""
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length


def _number(x, raised=False):
    if isinstance(x, complex):
        return str(x)
    digits = get_printoptions()["precision"]
    size = abs(x)
    if size != 0 and (size >= 1e8 or size < 10.0 ** min(0, -(digits - 1) // 2)):
        text = format_float_scientific(x, precision=digits, trim="0")
        return f"({text})" if raised else text
    return format_float_positional(x, precision=digits, trim="0")


class Polynomial:
    """A polynomial in a variable that the line from `domain` to `window` is put before."""

    __array_ufunc__ = None
    __hash__ = None  # pyright: ignore[reportAssignmentType] -- as NumPy's
    basis_name = None

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = polynomial._series(coef).copy()
        self.domain = array(_UNIT if domain is None else domain) * 1.0
        self.window = array(_UNIT if window is None else window) * 1.0
        self.symbol = symbol

    def _like(self, coef):
        return Polynomial(coef, self.domain, self.window, self.symbol)

    def _other(self, other):
        """The coefficients of another operand; a TypeError where the two do not belong together."""
        if not isinstance(other, Polynomial):
            return other
        if not (self.domain == other.domain).all():
            raise TypeError("Domains differ")
        if not (self.window == other.window).all():
            raise TypeError("Windows differ")
        if self.symbol != other.symbol:
            raise ValueError("Polynomial symbols differ")
        return other.coef

    def __repr__(self):
        parts = [repr(a)[6:-1] for a in (self.coef, self.domain, self.window)]
        return f"Polynomial({parts[0]}, domain={parts[1]}, window={parts[2]}, symbol='{self.symbol}')"

    def __format__(self, spec):
        if spec not in ("", "unicode"):
            raise unsupported(f"the format {spec!r} of polynomials")
        return str(self)

    def __str__(self):
        off, scale = self.mapparms()
        name = self.symbol
        if off != 0 or scale != 1:
            front = f"{_number(off)} + " if off != 0 else ""
            name = f"({front}{_number(scale) if scale != 1 else ''}{name})"
        text = _number(self.coef[0])
        last = len(self.coef) - 1
        for power, c in enumerate(self.coef.tolist()):
            if power == 0:
                continue
            sign = "-" if not isinstance(c, complex) and c < 0 else "+"
            term = f"{sign} {_number(-c if sign == '-' else c, True)}·{name}"
            term += str(power).translate(_RAISED) if power > 1 else ""
            text += " "
            length = len(text.split("\n")[-1]) + len(term) + (2 if power < last else 0)
            text += term.replace(" ", "\n", 1) if length >= get_printoptions()["linewidth"] else term
        return text

    def __call__(self, arg):
        off, scale = self.mapparms()
        return polynomial.polyval(off + scale * (asarray(arg) if isinstance(arg, (list, tuple)) else arg), self.coef)

    def mapparms(self):
        return _parameters(self.domain, self.window)

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __eq__(self, other):
        return (
            isinstance(other, Polynomial)
            and self.coef.shape == other.coef.shape
            and bool((self.coef == other.coef).all())
            and bool((self.domain == other.domain).all())
        )

    def __neg__(self):
        return self._like(-self.coef)

    def __pos__(self):
        return self

    def __add__(self, other):
        return self._like(polynomial.polyadd(self.coef, self._other(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._like(polynomial.polysub(self.coef, self._other(other)))

    def __rsub__(self, other):
        return self._like(polynomial.polysub(other, self.coef))

    def __mul__(self, other):
        return self._like(polynomial.polymul(self.coef, self._other(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, Polynomial) or not hasattr(other, "__float__"):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self // other

    def __divmod__(self, other):
        quotient, rest = polynomial.polydiv(self.coef, self._other(other))
        return self._like(quotient), self._like(rest)

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __pow__(self, power):
        return self._like(polynomial.polypow(self.coef, power))

    def copy(self):
        return self._like(self.coef)

    def degree(self):
        return len(self.coef) - 1

    def trim(self, tol=0):
        return self._like(polynomial.polytrim(self.coef, tol))

    def truncate(self, size):
        return self._like(self.coef[:size])

    def cutdeg(self, deg):
        return self.truncate(deg + 1)

    def deriv(self, m=1):
        return self._like(polynomial.polyder(self.coef, m, self.mapparms()[1]))

    def integ(self, m=1, k=(), lbnd=None):
        off, scale = self.mapparms()
        start = 0 if lbnd is None else off + scale * lbnd
        return self._like(polynomial.polyint(self.coef, m, k, start, 1.0 / scale))

    def roots(self):
        off, scale = _parameters(self.window, self.domain)
        return off + scale * polynomial.polyroots(self.coef)

    def linspace(self, n=100, domain=None):
        start, stop = self.domain if domain is None else domain
        x = linspace(start, stop, n)
        return x, self(x)

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial over another domain, by default the one that leaves its variable as it is."""
        if kind not in (None, Polynomial):
            raise unsupported("a conversion to another kind of series")
        return self(Polynomial.identity(domain, window, self.symbol))

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        domain, window = [_UNIT if part is None else part for part in (domain, window)]
        off, scale = _parameters(window, domain)
        return cls(polynomial.polyline(off, scale), domain, window, symbol)

    @classmethod
    def fromroots(cls, roots, domain=(), window=None, symbol="x"):
        if domain is None:
            raise unsupported("fromroots with domain=None")
        return cls(polynomial.polyfromroots(roots), domain or None, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        return cls([0] * deg + [1], domain, window, symbol)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        """The least squares fit over the domain of `x`, which is mapped onto the window first."""
        x = asarray(x) * 1.0
        if domain is None:
            domain = (x.min(), x.max())
            domain = (domain[0] - 1, domain[1] + 1) if domain[0] == domain[1] else domain
        elif len(domain) == 0:
            domain = _UNIT
        window = _UNIT if window is None else window
        off, scale = _parameters(domain, window)
        return cls(polynomial.polyfit(off + scale * x, y, deg, rcond, full, w), domain, window, symbol)


Polynomial.__module__ = "numpy.polynomial.polynomial"
polynomial.Polynomial = Polynomial
__getattr__ = from_module("np.polynomial")
