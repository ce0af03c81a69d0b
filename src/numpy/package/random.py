"""Random numbers: the legacy generators and `default_rng`, bit for bit those of NumPy."""

from ._elsewhere import from_module
from ._generator import Generator
from ._random_state import BRIDGED, RandomState


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(seed)


RandomState.__module__ = Generator.__module__ = "numpy.random"
_global = object.__new__(RandomState)
_global._id = 0
_FUNCTIONS = (
    "seed get_state set_state random_sample random rand randn randint random_integers choice permutation shuffle uniform "
    "normal standard_normal exponential standard_exponential binomial poisson lognormal laplace gamma beta".split()
)
for _name in [*_FUNCTIONS, *BRIDGED, "multinomial", "dirichlet", "multivariate_normal", "bytes"]:
    globals()[_name] = getattr(_global, _name)
ranf = sample = _global.random_sample
mtrand = type("mtrand", (), {"_rand": _global, "RandomState": RandomState})


__getattr__ = from_module("np.random")
