import numpy as np

w = np.ones((2, 2))


def forward(x):
    return forward(x @ w)


def gradcheck():
    return np.sum(forward(np.eye(2))), w, w
