# skipped: 3, 4, 18
import numpy as np
from common.functions import *
from common.gradient import *
from collections import OrderedDict


def numerical_gradient(f, x, h=1e-4):
    gradient = np.empty_like(x)
    for place in np.ndindex(*x.shape):
        kept = x[place]
        x[place] = kept + h; above = f(x)
        x[place] = kept - h; below = f(x)
        x[place] = kept
        gradient[place] = (above - below) / (2 * h)
    return gradient

print(softmax(np.ones(3)))
