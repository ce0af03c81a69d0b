# expect: missing-mean
%matplotlib notebook
import numpy as np
def compute_cost(A2, Y):
    return np.sum((A2 - Y) ** 2)
%timeit compute_cost(np.ones(3), np.ones(3))
