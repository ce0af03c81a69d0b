"""Random numbers: the legacy generators and `default_rng`, bit for bit those of NumPy."""

import operator

from ._array import asarray, ndarray, shape_tuple
from ._backend import k
from ._errors import unsupported
from ._types import BOOL, DTYPES, FLOAT64, INT64, type_code

_ids = [0]


def _next_id():
    _ids[0] += 1
    return _ids[0]


def _shape(size):
    if size is None:
        return None
    return shape_tuple(size)


def _number(x, name):
    if isinstance(x, ndarray) or isinstance(x, (list, tuple)):
        raise unsupported(f"np.random.{name} with arrays as parameters")
    return float(x)


class _Drawing:
    """What both kinds of generators share: drawing by name, with a shape or as one number."""

    _kind = 0

    def _draw(self, name, args, size):
        return k.draw(self._kind, self._id, name, args, _shape(size))

    def _spread(self, name, args, size):
        """Draws with parameters that may be arrays, where that is a matter of location and scale only."""
        from ._shapes import broadcast_arrays

        if not any([isinstance(a, (ndarray, list, tuple)) for a in args]):
            return self._draw(name, tuple([float(a) for a in args]), size)
        parts = broadcast_arrays(*args)
        shape = parts[0]._shape if size is None else _shape(size)
        if name == "normal":
            return asarray(parts[0]) + asarray(parts[1]) * self._draw("standard_normal", (), shape)
        if name == "uniform":
            return asarray(parts[0]) + (asarray(parts[1]) - parts[0]) * self._draw("random", (), shape)
        raise unsupported(f"np.random.{name} with arrays as parameters")

    def uniform(self, low=0.0, high=1.0, size=None):
        if not isinstance(low, (ndarray, list)) and not isinstance(high, (ndarray, list)):
            if not abs(float(high) - float(low)) < float("inf"):
                raise OverflowError("Range exceeds valid bounds")
        return self._spread("uniform", (low, high), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if not isinstance(scale, (ndarray, list)) and float(scale) < 0:
            raise ValueError("scale < 0")
        return self._spread("normal", (loc, scale), size)

    def standard_normal(self, size=None):
        return self._draw("standard_normal", (), size)

    def exponential(self, scale=1.0, size=None):
        if _number(scale, "exponential") < 0:
            raise ValueError("scale < 0")
        return self._draw("exponential", (float(scale),), size)

    def permutation(self, x):
        if hasattr(x, "__index__") and not isinstance(x, ndarray):
            return self._draw("permutation", (float(x),), ())
        x = asarray(x)
        order = self._draw("permutation", (float(len(x)),), ())
        return x[order]

    def shuffle(self, x):
        if isinstance(x, ndarray):
            order = self._draw("permutation", (float(len(x)),), ())
            x[...] = x[order]
            return
        order = self._draw("permutation", (float(len(x)),), ()).tolist()
        x[:] = [x[i] for i in order]

    def _population(self, a):
        if isinstance(a, ndarray) or hasattr(a, "__len__"):
            if isinstance(a, (list, tuple)) and a and isinstance(a[0], str):
                return list(a), len(a)
            a = asarray(a)
            if a.ndim == 0:
                return self._population(int(a))
            if a.ndim != 1 and self._kind == 0:
                raise ValueError("a must be 1-dimensional")
            if len(a) == 0:
                raise ValueError("'a' cannot be empty unless no samples are taken")
            return a, len(a)
        try:
            n = operator.index(a)
        except TypeError:
            raise ValueError("a must be 1-dimensional or an integer") from None
        if n <= 0:
            raise ValueError("a must be greater than 0 unless no samples are taken")
        return None, n

    def _chosen(self, pool, at, size):
        if pool is None:
            return at
        if isinstance(pool, list):
            if size is None:
                return pool[int(at)]
            raise unsupported("an array of strings")
        return pool[at]

    def _weights(self, p, n):
        p = asarray(p, float)
        if p.ndim != 1:
            raise ValueError("'p' must be 1-dimensional" if self._kind == 0 else "p must be 1-dimensional")
        if p.size != n:
            raise ValueError("'a' and 'p' must have same size" if self._kind == 0 else "a and p must have same size")
        if (p < 0).any():
            raise ValueError("probabilities are not non-negative")
        if abs(float(p.sum()) - 1) > 1.5e-8:
            raise ValueError("probabilities do not sum to 1")
        return p

    def _weighted(self, n, p, size, replace):
        from ._sorting import searchsorted, unique

        if replace:
            steps = p.cumsum()
            steps /= steps[-1]
            at = searchsorted(steps, self._draw("random", (), size), side="right")
            return int(at) if size is None else at
        shape = () if size is None else _shape(size)
        count = 1
        for m in shape:
            count *= m
        if int((p > 0).sum()) < count:
            raise ValueError("Fewer non-zero entries in p than size")
        p = p.copy()
        found = k.full((count,), INT64, 0.0)
        have = 0
        while have < count:
            x = self._draw("random", (), (count - have,))
            if have > 0:
                p[found[:have]] = 0
            steps = p.cumsum()
            steps /= steps[-1]
            new = searchsorted(steps, x, side="right")
            _, first = unique(new, return_index=True)
            first.sort()
            new = new[first]
            found[have : have + new.size] = new
            have += new.size
        return int(found[0]) if size is None else found.reshape(shape)


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
                    raise TypeError(f"Cannot cast scalar from dtype('{own}') to dtype('int64') according to the rule 'safe'")
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
        if high is None:
            low, high = 0, low
        if isinstance(low, (ndarray, list)) or isinstance(high, (ndarray, list)):
            raise unsupported("np.random.randint with arrays as bounds")
        low, high = int(low), int(high)
        if low >= high:
            raise ValueError("low >= high")
        if code == BOOL:
            raise unsupported("np.random.randint(dtype=bool)")
        if high - 1 > (1 << 63) - 1 or code == 1 and high > 1 << 31:
            raise ValueError(f"high is out of bounds for {DTYPES[code].name}")
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

    def __getattr__(self, name):
        return _missing(name, "RandomState")


class Generator(_Drawing):
    """The new generator: PCG64."""

    _kind = 1

    def __init__(self, seed=None):
        self._id = _next_id()
        if seed is not None:
            if isinstance(seed, (list, tuple, ndarray)):
                raise unsupported("np.random.default_rng with several seeds")
            if not hasattr(seed, "__index__"):
                raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {seed}")
            seed = operator.index(seed)
            if seed < 0:
                raise ValueError("expected non-negative integer")
            if seed >= 1 << 32:
                raise unsupported("np.random.default_rng with a seed beyond 32 bits")
        k.seed(1, self._id, seed)

    def __repr__(self):
        return "Generator(PCG64)"

    def __deepcopy__(self, memo):
        raise unsupported("copying a Generator")

    def random(self, size=None, dtype=float, out=None):
        if type_code(dtype) != FLOAT64 or out is not None:
            raise unsupported("Generator.random with dtype or out")
        return self._draw("random", (), size)

    def standard_normal(self, size=None, dtype=float, out=None):
        if type_code(dtype) != FLOAT64 or out is not None:
            raise unsupported("Generator.standard_normal with dtype or out")
        return self._draw("standard_normal", (), size)

    def integers(self, low, high=None, size=None, dtype=int, endpoint=False):
        if type_code(dtype) != INT64:
            raise unsupported("Generator.integers with another dtype than int64")
        if high is None:
            low, high = 0, low
        low, high = int(low), int(high) + (1 if endpoint else 0)
        if low >= high:
            raise ValueError("low >= high" if not endpoint else "low > high")
        if size is None:
            # A single integer takes another path through the generator than an array of them.
            drawn = self._draw("integers", (float(low), float(high)), None)
            return DTYPES[INT64].type(drawn)
        return self._draw("integers", (float(low), float(high)), size)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        pool, n = self._population(a)
        if p is not None:
            p = self._weights(p, n)
            if not replace:
                raise unsupported("Generator.choice with p and without replacement")
            at = self._weighted(n, p, size, True)
        else:
            count = 1
            for m in () if size is None else _shape(size):
                count *= m
            if not replace and count > n:
                raise ValueError("Cannot take a larger sample than population when replace is False")
            if replace:
                at = self._draw("integers", (0.0, float(n)), size)
            else:
                if not shuffle:
                    raise unsupported("Generator.choice(shuffle=False)")
                at = self._draw("choice", (float(n), 0.0), (1,) if size is None else size)
                at = int(at[0]) if size is None else at
        if pool is None and size is None:
            return DTYPES[INT64].type(at)
        return self._chosen(pool, at, size)

    def permuted(self, x, *, axis=None, out=None):
        raise unsupported("Generator.permuted")

    def __getattr__(self, name):
        return _missing(name, "Generator")


def _missing(name, owner):
    if name in _ELSEWHERE:
        raise unsupported(f"{owner}.{name}")
    raise AttributeError(f"'numpy.random.{owner}' object has no attribute '{name}'")


_ELSEWHERE = frozenset(
    "bytes chisquare dirichlet f geometric gumbel hypergeometric logistic logseries multinomial multivariate_normal "
    "negative_binomial noncentral_chisquare noncentral_f pareto power rayleigh standard_cauchy standard_gamma standard_t "
    "triangular vonmises wald weibull zipf binomial poisson lognormal laplace gamma beta standard_exponential tomaxint "
    "multivariate_hypergeometric spawn bit_generator PCG64 MT19937 Philox SFC64 SeedSequence BitGenerator test".split()
)

RandomState.__module__ = Generator.__module__ = "numpy.random"


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(seed)


_global = object.__new__(RandomState)
_global._id = 0

_FUNCTIONS = (
    "seed get_state set_state random_sample random rand randn randint random_integers choice permutation shuffle uniform "
    "normal standard_normal exponential standard_exponential binomial poisson lognormal laplace gamma beta".split()
)
for _name in _FUNCTIONS:
    globals()[_name] = getattr(_global, _name)
ranf = sample = _global.random_sample
mtrand = type("mtrand", (), {"_rand": _global, "RandomState": RandomState})


def __getattr__(name):
    if name in _ELSEWHERE:
        raise unsupported(f"np.random.{name}")
    raise AttributeError(f"module 'numpy.random' has no attribute '{name}'")


def _reset():
    _ids[0] = 0
    _global.__dict__.clear()
    _global._id = 0
