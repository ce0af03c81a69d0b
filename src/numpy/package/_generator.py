"""The new generator, `default_rng`."""

import operator

from ._array import ndarray
from ._axes import moveaxis
from ._backend import k
from ._creation import asarray
from ._distributions import dirichlet, drawn, is_drawn, multinomial
from ._drawing import _Drawing, _next_id, _number, _shape, elementwise, in_range
from ._elsewhere import mark_absent, refuse
from ._errors import unsupported
from ._iteration import ndindex
from ._types import BOOL, DTYPES, FLOAT16, FLOAT32, FLOAT64, INT64, type_code


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
        if type_code(dtype) == FLOAT32 and out is None:
            return self._singles(size)
        if type_code(dtype) != FLOAT64 or out is not None:
            raise unsupported("Generator.random with float16 or out")
        return self._draw("random", (), size)

    def _singles(self, size):
        """Numbers in single precision: the upper 24 bits of one word each."""
        words = self._draw("integers", (0.0, 4294967296.0), (1,) if size is None else size)
        made = ((words >> 8) * (1.0 / 16777216.0)).astype("float32")
        return made[0] if size is None else made

    def standard_normal(self, size=None, dtype=float, out=None):
        if type_code(dtype) != FLOAT64 or out is not None:
            raise unsupported("Generator.standard_normal with dtype or out")
        return self._draw("standard_normal", (), size)

    def integers(self, low, high=None, size=None, dtype=int, endpoint=False):
        code = type_code(dtype)
        if code >= FLOAT16:
            raise TypeError(f"Unsupported dtype {DTYPES[code]!r} for integers")
        alone = high is None
        if alone:
            low, high = 0, low
        low, high = int(low), int(high) + (1 if endpoint else 0)
        if low >= high:
            if alone:
                raise ValueError("high < 0" if endpoint else "high <= 0")
            raise ValueError("low >= high" if not endpoint else "low > high")
        in_range(low, high, code)
        if code == BOOL or DTYPES[code].itemsize < 4:
            return self._narrow(low, high, size, code)
        if size is None:
            # A single integer takes another path through the generator than an array of them.
            drawn = self._draw("integers", (float(low), float(high)), None)
            return DTYPES[code].type(drawn)
        return self._draw("integers", (float(low), float(high)), size).astype(DTYPES[code])

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        pool, n = self._population(a, axis)
        if p is not None:
            p = self._weights(p, n)
            at = self._weighted(n, p, size, replace)
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
        return self._chosen(pool, at, size, axis)

    def poisson(self, lam=1.0, size=None):
        return self._draw("poisson", (_number(lam, "poisson"),), size)

    def binomial(self, n, p, size=None):
        return self._draw("binomial", (_number(n, "binomial"), _number(p, "binomial")), size)

    def bytes(self, length):
        words = self.integers(0, 4294967296, size=-(-length // 4))
        return b"".join([int(word).to_bytes(4, "little") for word in words])[:length]

    def permuted(self, x, *, axis=None, out=None):
        x = asarray(x)
        made = x.copy() if out is None else out
        if out is not None and out is not x:
            out[...] = x
        if axis is None:
            made[...] = made.reshape(-1).take(self.permutation(made.size)).reshape(made._shape)
            return made
        rows = moveaxis(made, axis, -1)
        for at in ndindex(*rows._shape[:-1]):
            rows[at] = rows[at].take(self.permutation(rows._shape[-1]))
        return made

    def multinomial(self, n, pvals, size=None):
        return multinomial(self, n, pvals, size)

    def dirichlet(self, alpha, size=None):
        return dirichlet(self, alpha, size)

    def __getattr__(self, name):
        if is_drawn(name):
            return lambda *args, **kwargs: drawn(self, name, args, kwargs)
        refuse("Generator", name)
        raise AttributeError(f"'numpy.random._generator.Generator' object has no attribute '{name}'")


mark_absent(Generator, "Generator")
elementwise(Generator, "integers binomial poisson exponential")
