/** A learner's own file that declares what it is checked by. */
export const ownProgram = `import numpy as np

rng = np.random.default_rng(1)
X = rng.standard_normal((6, 3))
Y = rng.standard_normal((6, 2))
W1, b1 = rng.standard_normal((3, 4)), np.zeros((1, 4))
W2, b2 = rng.standard_normal((4, 2)), np.zeros((1, 2))


def forward():
    Z1 = X @ W1 + b1
    A1 = np.tanh(Z1)
    return Z1, A1, A1 @ W2 + b2


def backward(Z1, A1, A2):
    m = X.shape[0]
    dZ2 = 2 * (A2 - Y) / m
    dW2 = A1.T @ dZ2
    db2 = dZ2.sum(axis=0, keepdims=True)
    dZ1 = dZ2 @ W2.T * (1 - A1 ** 2)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2


def gradcheck():
    Z1, A1, A2 = forward()
    loss = ((A2 - Y) ** 2).sum() / len(X)
    return loss, backward(Z1, A1, A2), (W1, b1, W2, b2)
`;

/** Leaves the hidden layer's slope out. */
export const faultyProgram = ownProgram.replace(' * (1 - A1 ** 2)', '');
