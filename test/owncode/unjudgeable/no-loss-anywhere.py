import numpy as np


def normalise(x):
    return (x - x.mean(0)) / x.std(0)


def one_hot(labels, k):
    return np.eye(k)[labels]


X = normalise(np.random.rand(10, 3))
print(X.mean(), one_hot(np.array([0, 2, 1]), 3))
