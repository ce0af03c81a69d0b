"""Distributions that numpy-ts does not draw for the new generator: made of its uniform, normal and exponential numbers."""

import math

from ._broadcasting import broadcast_arrays, broadcast_to
from ._creation import asarray
from ._errors import unsupported
from ._sizes import shape_tuple


def _gamma(g, shape):
    if shape == 1.0:
        return g.exponential()
    if shape == 0.0:
        return 0.0
    if shape < 1.0:
        while True:
            u, v = g.random(), g.exponential()
            if u <= 1.0 - shape:
                x = u ** (1.0 / shape)
                if x <= v:
                    return x
            else:
                y = -math.log((1 - u) / shape)
                x = (1.0 - shape + shape * y) ** (1.0 / shape)
                if x <= v + y:
                    return x
    b = shape - 1.0 / 3.0
    c = 1.0 / math.sqrt(9 * b)
    while True:
        v = -1.0
        while v <= 0.0:
            x = g.standard_normal()
            v = 1.0 + c * x
        v = v * v * v
        u = g.random()
        if u < 1.0 - 0.0331 * (x * x) * (x * x) or math.log(u) < 0.5 * x * x + b * (1.0 - v + math.log(v)):
            return b * v


def _beta(g, a, b):
    if a > 1.0 or b > 1.0:
        one, other = _gamma(g, a), _gamma(g, b)
        return one / (one + other)
    while True:
        u, v = g.random(), g.random()
        x, y = u ** (1.0 / a), v ** (1.0 / b)
        if x + y <= 1.0 and u + v > 0.0:
            if x + y > 0:
                return x / (x + y)
            x, y = math.log(u) / a, math.log(v) / b
            most = max(x, y)
            return math.exp(x - most - math.log(math.exp(x - most) + math.exp(y - most)))


def _until(g, good, give):
    """The first uniform number that the formula is defined for, through the formula."""
    while True:
        u = g.random()
        if good(u):
            return give(u)


def _laplace(g, loc, scale):
    return _until(
        g,
        lambda u: u > 0,
        lambda u: loc - scale * math.log(2.0 - u - u) if u >= 0.5 else loc + scale * math.log(u + u),
    )


def _triangular(g, left, mode, right):
    base, below = right - left, mode - left
    u = g.random()
    if u <= below / base:
        return left + math.sqrt(u * (below * base))
    return right - math.sqrt((1.0 - u) * ((right - mode) * base))


def _geometric(g, p):
    if p < 1 / 3:
        return math.ceil(-g.exponential() / math.log1p(-p))
    u, n, total, part = g.random(), 1, p, p
    while u > total:
        part *= 1.0 - p
        total += part
        n += 1
    return n


def _wald(g, mean, scale):
    y = g.standard_normal()
    y = mean * y * y
    x = mean * (1 - 2 / (1 + math.sqrt(1 + 4 * scale / y)))
    return x if g.random() <= mean / (mean + x) else mean * mean / x


def _vonmises(g, mu, kappa):
    if kappa < 1e-8:
        return math.pi * (2 * g.random() - 1)
    if kappa > 1e6:
        turned = mu + math.sqrt(1 / kappa) * g.standard_normal()
        return turned + 2 * math.pi if turned < -math.pi else turned - 2 * math.pi if turned > math.pi else turned
    if kappa < 1e-5:
        s = 1 / kappa + kappa
    else:
        r = 1 + math.sqrt(1 + 4 * kappa * kappa)
        rho = (r - math.sqrt(2 * r)) / (2 * kappa)
        s = (1 + rho * rho) / (2 * rho)
    while True:
        z = math.cos(math.pi * g.random())
        w = (1 + s * z) / (s + z)
        y = kappa * (s - w)
        v = g.random()
        if y * (2 - y) - v >= 0 or math.log(y / v) + 1 - y >= 0:
            break
    turned = (-math.acos(w) if g.random() < 0.5 else math.acos(w)) + mu
    wrapped = math.fmod(abs(turned) + math.pi, 2 * math.pi) - math.pi
    return -wrapped if turned < 0 else wrapped


def _zipf(g, a):
    most = float(2**63 - 1)
    b, least = 2.0 ** (a - 1), most ** -(a - 1)
    while True:
        u = g.random()
        x = math.floor((u * least + (1 - u)) ** (-1 / (a - 1)))
        if not 1 <= x <= most:
            continue
        v, t = g.random(), (1 + 1 / x) ** (a - 1)
        if v * x * (t - 1) / (b - 1) <= t / b:
            return x


def _logseries(g, p):
    r = math.log1p(-p)
    while True:
        v = g.random()
        if v >= p:
            return 1
        q = -math.expm1(r * g.random())
        if v > q * q:
            return 1 if v >= q else 2
        if v > 0 and (n := math.floor(1 + math.log(v) / math.log(q))) >= 1:
            return n


def _noncentral(g, df, nonc):
    if nonc == 0:
        return 2.0 * _gamma(g, df / 2)
    if df <= 1:
        return 2.0 * _gamma(g, (df + 2 * g.poisson(nonc / 2)) / 2)
    chi = 2.0 * _gamma(g, (df - 1) / 2)
    n = g.standard_normal() + math.sqrt(nonc)
    return chi + n * n


# Each with the kind of its numbers.
_FORMULAS = {
    "standard_gamma": (float, _gamma),
    "gamma": (float, lambda g, shape, scale=1.0: scale * _gamma(g, shape)),
    "beta": (float, _beta),
    "chisquare": (float, lambda g, df: 2.0 * _gamma(g, df / 2.0)),
    "f": (float, lambda g, m, n: (2.0 * _gamma(g, m / 2.0) * n) / (2.0 * _gamma(g, n / 2.0) * m)),
    "laplace": (float, lambda g, loc=0.0, scale=1.0: _laplace(g, loc, scale)),
    "logistic": (
        float,
        lambda g, loc=0.0, scale=1.0: _until(g, lambda u: u > 0, lambda u: loc + scale * math.log(u / (1.0 - u))),
    ),
    "gumbel": (
        float,
        lambda g, loc=0.0, scale=1.0: _until(g, lambda u: u > 0, lambda u: loc - scale * math.log(-math.log(1.0 - u))),
    ),
    "lognormal": (float, lambda g, mean=0.0, sigma=1.0: math.exp(mean + sigma * g.standard_normal())),
    "rayleigh": (float, lambda g, scale=1.0: scale * math.sqrt(2.0 * g.exponential())),
    "weibull": (float, lambda g, a: g.exponential() ** (1.0 / a)),
    "pareto": (float, lambda g, a: math.expm1(g.exponential() / a)),
    "power": (float, lambda g, a: (-math.expm1(-g.exponential())) ** (1.0 / a)),
    "standard_cauchy": (float, lambda g: g.standard_normal() / g.standard_normal()),
    "standard_exponential": (float, lambda g: g.exponential()),
    "standard_t": (
        float,
        lambda g, df: math.sqrt(df / 2) * g.standard_normal() / math.sqrt(_gamma(g, df / 2)),
    ),
    "wald": (float, _wald),
    "vonmises": (float, _vonmises),
    "zipf": (int, _zipf),
    "logseries": (int, _logseries),
    "noncentral_chisquare": (float, _noncentral),
    "noncentral_f": (
        float,
        lambda g, dfnum, dfden, nonc: _noncentral(g, dfnum, nonc) * dfden / (2.0 * _gamma(g, dfden / 2) * dfnum),
    ),
    "triangular": (float, _triangular),
    "geometric": (int, _geometric),
    "negative_binomial": (int, lambda g, n, p: g.poisson((1 - p) / p * _gamma(g, n))),
}


def drawn(g, name, args, kwargs):
    """Numbers of the named distribution; `size` is the argument behind its parameters."""
    kind, formula = _FORMULAS[name]
    most = formula.__code__.co_argcount - 1
    names = formula.__code__.co_varnames[1 : most + 1]
    size = kwargs.pop("size", args[most] if len(args) > most else None)
    given = dict(zip(names, args, strict=False)) | kwargs
    if any([hasattr(value, "__len__") for value in given.values()]):
        arrays = broadcast_arrays(*given.values())
        arrays = arrays if size is None else [broadcast_to(a, shape_tuple(size)) for a in arrays]
        rows = zip(*[a.reshape(-1).tolist() for a in arrays], strict=True)
        values = [kind(formula(g, **dict(zip(given, row, strict=True)))) for row in rows]
        return asarray(values, kind).reshape(arrays[0]._shape)
    if size is None:
        return kind(formula(g, **given))
    shape = shape_tuple(size)
    count = math.prod(shape)
    return asarray([kind(formula(g, **given)) for _ in range(count)], kind).reshape(shape)


def is_drawn(name):
    return name in _FORMULAS


def multinomial(g, n, pvals, size=None):
    p = [float(x) for x in asarray(pvals, float)]
    if sum(p[:-1]) > 1.0 + 1e-12:
        raise ValueError("sum(pvals[:-1].astype(np.float64)) > 1.0. The pvals array is cast to 64-bit floating point.")

    def one():
        counts, left, rest = [0] * len(p), int(n), 1.0
        for j in range(len(p) - 1):
            counts[j] = int(g.binomial(left, min(p[j] / rest, 1.0)))
            left -= counts[j]
            if left <= 0:
                break
            rest -= p[j]
        if left > 0:
            counts[-1] = left
        return counts

    return _repeated(one, size, int)


def dirichlet(g, alpha, size=None):
    a = [float(x) for x in asarray(alpha, float)]
    if min(a) <= 0:
        raise ValueError("alpha < 0" if min(a) < 0 else "alpha <= 0")
    if max(a) < 0.1 and g._kind == 1:
        raise unsupported("Generator.dirichlet with parameters that are all below 0.1")

    def one():
        parts = [g.standard_gamma(x) for x in a]
        # Added up one by one, as NumPy does.
        total = 0.0
        for part in parts:
            total += part
        return [part * (1 / total) for part in parts]

    return _repeated(one, size, float)


def _repeated(one, size, kind):
    if size is None:
        return asarray(one(), kind)
    shape = shape_tuple(size)
    rows = asarray([one() for _ in range(math.prod(shape))], kind)
    return rows.reshape((*shape, rows.shape[-1]))
