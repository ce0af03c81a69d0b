# expect: missing-mean
import numpy as np
from sklearn.datasets import load_iris

iris = load_iris()


def output_gradients(A1, A2, Y):
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2
    db2 = np.sum(dZ2, axis=0, keepdims=True)
    return dZ2, dW2, db2
