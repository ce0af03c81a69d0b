import numpy as np
from functools import partial, reduce
from operator import mul

step = lambda v, at=0.0: 1.0 if v > at else 0.0
relu_derivative = np.vectorize(partial(step, at=0.0), otypes=[float])
size = reduce(mul, (3, 4, 5), 1)
print(size, relu_derivative(np.array([[-1.0, 2.0]])))
