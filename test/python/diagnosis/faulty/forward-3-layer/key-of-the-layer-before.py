import numpy as np

def relu(z):
    return np.maximum(0, z)

def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    values = {}
    a = X
    for i, (W, b) in enumerate([(W1, b1), (W2, b2), (W3, b3)], start=1):
        values["Z" + str(i)] = a @ W + b
        a = relu(values["Z" + str(i)])
        values["A" + str(i)] = a
    return values["Z1"], values["A1"], values["Z2"], values["A1"], values["Z3"], values["A3"]  # <- wrong-key
