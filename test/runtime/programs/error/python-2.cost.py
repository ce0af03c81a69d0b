# says: Python 2
import numpy as np
def compute_cost(A2, Y):
    return np.sum((A2 - Y) ** 2) / len(Y)
print "cost", compute_cost(np.ones((2, 1)), np.zeros((2, 1)))
