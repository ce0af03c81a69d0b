import tensorflow as tf
import numpy as np
import pickle

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
x_train = x_train.reshape(60000, 784).T / 255.0


def one_hot(y, k=10):
    out = np.zeros((k, y.size))
    out[y, np.arange(y.size)] = 1
    return out


def init_params(dims):
    params = {}
    for l in range(1, len(dims)):
        params["W" + str(l)] = np.random.randn(dims[l], dims[l - 1]) * np.sqrt(2 / dims[l - 1])
        params["b" + str(l)] = np.zeros((dims[l], 1))
    return params


def relu(z):
    return np.maximum(0, z)


def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / np.sum(e, axis=0)


def forward_prop(X, params):
    L = len(params) // 2
    acts = {"A0": X}
    for l in range(1, L):
        acts["Z%d" % l] = params["W%d" % l] @ acts["A%d" % (l - 1)] + params["b%d" % l]
        acts["A%d" % l] = relu(acts["Z%d" % l])
    acts["Z%d" % L] = params["W%d" % L] @ acts["A%d" % (L - 1)] + params["b%d" % L]
    acts["A%d" % L] = softmax(acts["Z%d" % L])
    return acts


def compute_cost(AL, Y):
    return -np.sum(Y * np.log(AL + 1e-8)) / Y.shape[1]


def back_prop(Y, params, acts):
    L = len(params) // 2
    m = Y.shape[1]
    grads = {}
    dZ = acts["A%d" % L] - Y
    for l in range(L, 0, -1):
        grads["dW%d" % l] = dZ @ acts["A%d" % (l - 1)].T / m
        grads["db%d" % l] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = (params["W%d" % l].T @ dZ) * (acts["Z%d" % (l - 1)] > 0)
    return grads


params = init_params([784, 128, 64, 10])
Y = one_hot(y_train)
for epoch in range(100):
    acts = forward_prop(x_train, params)
    grads = back_prop(Y, params, acts)
    for key in params:
        params[key] -= 0.1 * grads["d" + key]
    print("Epoch", epoch, compute_cost(acts["A3"], Y))
pickle.dump(params, open("params.pkl", "wb"))
