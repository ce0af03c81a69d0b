import numpy as np

def forward(x, w):
    return np.tanh(x @ w

def backward(x, w, d):
    return x.T @ d
