"""The notes' networks in autograd's NumPy: a second opinion on gradients, which shares nothing with the engine.

Reads a JSON list of problems from standard input: the arrays that a backward pass is given, and a convention. Prints
for each, as JSON, the gradients by every weight and bias.
"""

import json
import sys

import autograd.numpy as np
from autograd import grad, make_vjp


def relu(Z):
    # autograd halves the slope of np.maximum where both sides are equal; the notes' ReLU has slope 0 at 0.
    return np.where(Z > 0, Z, 0.0)


def forward(parameters, X):
    """The output layer's Z, and its A: every layer ends in ReLU, the last one too."""
    A = X
    for W, b in parameters:
        Z = np.dot(A, W) + b
        A = relu(Z)
    return Z, A


def cost(parameters, X, Y, factor):
    """The notes' cost (scale 2) or half of it (scale 1): what the conventions with the output's ReLU differentiate."""
    _, A = forward(parameters, X)
    return factor / 2 * np.sum((A - Y) ** 2)


def gradients(parameters, X, Y, factor, output):
    if output == "relu":
        return grad(cost)(parameters, X, Y, factor)
    # The notes' own rule is no gradient of their cost: it sends the error back from the output's Z as if A were Z.
    carry_back, _ = make_vjp(lambda changed: forward(changed, X)[0])(parameters)
    error = factor * (forward(parameters, X)[1] - Y)
    return carry_back(error)


def solve(problem):
    arrays = {name: np.array(value["data"]).reshape(value["shape"]) for name, value in problem["arrays"].items()}
    parameters, below = [], arrays["X"]
    for layer in range(1, problem["layers"] + 1):
        W = arrays[f"W{layer}"]
        # A backward pass is not given the biases: they are what Z holds beyond the product.
        bias = (arrays[f"Z{layer}"] - np.dot(below, W))[:1]
        parameters.append((W, bias))
        below = arrays[f"A{layer}"]
    X, Y = arrays["X"], arrays["Y"]
    count = {"samples": X.shape[0], "entries": Y.size}[problem["mean"]]
    found = gradients(parameters, X, Y, problem["scale"] / count, problem["outputDerivative"])
    return {
        f"d{name}{layer}": {"shape": list(array.shape), "data": np.ravel(array).tolist()}
        for layer, pair in enumerate(found, 1)
        for name, array in zip("Wb", pair)
    }


print(json.dumps([solve(problem) for problem in json.load(sys.stdin)]))
