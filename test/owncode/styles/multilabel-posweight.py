"""Multi label classification with positive class weights."""
import json
import numpy as np

try:
    config = json.load(open('config.json'))
except FileNotFoundError:
    config = {'lr': 0.1, 'epochs': 30}

rng = np.random.RandomState(0)
X = rng.randn(40, 6)
Y = (X @ rng.randn(6, 3) + rng.randn(40, 3) > 0.8).astype(float)
pos_weight = (len(Y) - Y.sum(0)) / Y.sum(0)
W, b = np.zeros((6, 3)), np.zeros(3)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bce(P, Y):
    return -np.mean(pos_weight * Y * np.log(P) + (1 - Y) * np.log(1 - P))


def backward(X, Y, P):
    dZ = (pos_weight * Y * (P - 1) + (1 - Y) * P) / Y.size
    return X.T @ dZ, dZ.sum(axis=0)


for epoch in range(config['epochs']):
    P = sigmoid(X @ W + b)
    dW, db = backward(X, Y, P)
    W -= config['lr'] * dW
    b -= config['lr'] * db
    print(epoch, bce(P, Y))
