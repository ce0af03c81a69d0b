"""The legacy generator, `RandomState`."""

import operator

from ._array import ndarray
from ._backend import k
from ._creation import asarray
from ._distributions import dirichlet, multinomial
from ._drawing import _Drawing, _next_id, _number, _shape, elementwise, in_range
from ._elsewhere import mark_absent
from ._types import BOOL, DTYPES, INT64, type_code


class RandomState(_Drawing):
    """A legacy generator: a Mersenne Twister."""

    def __init__(self, seed=None):
        self._id = _next_id()
        self.seed(seed)

    def seed(self, seed=None):
        if seed is not None:
            if isinstance(seed, (list, tuple, ndarray)) and asarray(seed).ndim:
                words = asarray(seed).tolist()
                if not words:
                    raise ValueError("Seed must be non-empty")
                seed = tuple(words)
            else:
                if isinstance(seed, (float, str)):
                    own = f"<U{len(seed)}" if isinstance(seed, str) else "float64"
                    raise TypeError(
                        f"Cannot cast scalar from dtype('{own}') to dtype('int64') according to the rule 'safe'"
                    )
                seed = operator.index(seed)
                if not 0 <= seed < 1 << 32:
                    raise ValueError("Seed must be between 0 and 2**32 - 1")
        k.seed(0, self._id, seed)

    def __repr__(self):
        return "RandomState(MT19937)"

    def __deepcopy__(self, memo):
        made = RandomState()
        made.set_state(self.get_state())
        return made

    def get_state(self, legacy=True):
        words, position, gauss = k.get_state(self._id)
        if not legacy:
            return {
                "bit_generator": "MT19937",
                "state": {"key": words, "pos": position},
                "has_gauss": int(gauss is not None),
                "gauss": gauss or 0.0,
            }
        return ("MT19937", words, position, int(gauss is not None), gauss or 0.0)

    def set_state(self, state):
        if isinstance(state, dict):
            inner = state["state"]
            state = (state["bit_generator"], inner["key"], inner["pos"], state["has_gauss"], state["gauss"])
        if state[0] != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        gauss = float(state[4]) if len(state) > 4 and state[3] else None
        k.set_state(self._id, asarray(state[1]), int(state[2]), gauss)

    def random_sample(self, size=None):
        return self._draw("random", (), size)

    random = random_sample

    def rand(self, *args):
        return self._draw("random", (), args if args else None)

    def randn(self, *args):
        return self._draw("standard_normal", (), args if args else None)

    def randint(self, low, high=None, size=None, dtype=int):
        code = type_code(dtype)
        alone = high is None
        if alone:
            low, high = 0, low
        low, high = int(low), int(high)
        if low >= high:
            raise ValueError("high <= 0" if alone else "low >= high")
        in_range(low, high, code)
        if code == BOOL or DTYPES[code].itemsize < 4:
            return self._narrow(low, high, size, code)
        drawn = self._draw("randint", (float(low), float(high)), size)
        if size is None:
            return drawn if dtype is int else DTYPES[code].type(drawn)
        return drawn if code == INT64 else drawn.astype(DTYPES[code])

    def random_integers(self, low, high=None, size=None):
        return self.randint(1 if high is None else low, (low if high is None else high) + 1, size)

    def choice(self, a, size=None, replace=True, p=None):
        pool, n = self._population(a)
        if p is not None:
            p = self._weights(p, n)
        count = 1
        for m in () if size is None else _shape(size):
            count *= m
        if not replace and count > n:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            at = self._weighted(n, p, size, replace)
        elif replace:
            at = self._draw("randint", (0.0, float(n)), size)
        else:
            order = self._draw("permutation", (float(n),), ())[:count]
            at = int(order[0]) if size is None else order.reshape(_shape(size))
        return self._chosen(pool, at, size)

    def binomial(self, n, p, size=None):
        if _number(n, "binomial") < 0:
            raise ValueError("n < 0")
        if not 0 <= _number(p, "binomial") <= 1:
            raise ValueError("p < 0, p > 1 or p is NaN")
        return self._draw("binomial", (float(n), float(p)), size)

    def poisson(self, lam=1.0, size=None):
        if _number(lam, "poisson") < 0:
            raise ValueError("lam < 0 or lam contains NaNs")
        return self._draw("poisson", (float(lam),), size)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        return self._draw("lognormal", (_number(mean, "lognormal"), _number(sigma, "lognormal")), size)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        return self._draw("laplace", (_number(loc, "laplace"), _number(scale, "laplace")), size)

    def gamma(self, shape, scale=1.0, size=None):
        return self._draw("gamma", (_number(shape, "gamma"), _number(scale, "gamma")), size)

    def beta(self, a, b, size=None):
        return self._draw("beta", (_number(a, "beta"), _number(b, "beta")), size)

    def standard_exponential(self, size=None):
        return self._draw("exponential", (1.0,), size)

    def bytes(self, length):
        words = self._draw("randint", (0.0, 4294967296.0), (-(-length // 4),))
        return b"".join([int(word).to_bytes(4, "little") for word in words])[:length]

    def multinomial(self, n, pvals, size=None):
        return multinomial(self, n, pvals, size)

    def dirichlet(self, alpha, size=None):
        return dirichlet(self, alpha, size)


mark_absent(RandomState, "RandomState")
elementwise(RandomState, "randint binomial poisson lognormal laplace gamma beta exponential")


# What numpy-ts draws as NumPy does: each distribution's parameters, with their defaults.
_BRIDGED = """
chisquare df
f dfnum dfden
geometric p
gumbel loc=0.0 scale=1.0
hypergeometric ngood nbad nsample
logistic loc=0.0 scale=1.0
logseries p
negative_binomial n p
noncentral_chisquare df nonc
pareto a
power a
rayleigh scale=1.0
standard_cauchy
standard_gamma shape
standard_t df
triangular left mode right
vonmises mu kappa
wald mean scale
weibull a
zipf a
"""


def _bridged(line):
    name, *parameters = line.split()
    numbers = "".join([f"_number({p.partition('=')[0]}, {name!r}), " for p in parameters])
    taken = ", ".join(["self", *parameters, "size=None"])
    space = {"_number": _number, "__name__": __name__}
    exec(f"def {name}({taken}):\n    return self._draw({name!r}, ({numbers}), size)", space)
    setattr(RandomState, name, space[name])
    if parameters:
        elementwise(RandomState, name)
    return name


BRIDGED = [_bridged(line) for line in _BRIDGED.strip().splitlines()]
