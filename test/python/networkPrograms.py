"""Runs networks written as Python: their forward pass, cost and backward pass in NumPy, and autograd's gradients of the
same cost. Reads a list of problems from stdin, prints for each what the program holds and what autograd finds."""

import json
import sys

import autograd
import autograd.numpy as anp
import numpy as np


def arrays_of(problem):
    return {name: np.array(one["data"], dtype=float).reshape(one["shape"]) for name, one in problem["arrays"].items()}


def tell(value):
    array = np.asarray(value, dtype=float)
    return {"shape": list(array.shape), "data": array.ravel().tolist()}


def solve(problem):
    names = {"np": np, "m": problem["m"], **arrays_of(problem)}
    exec(problem["helpers"] + "\n" + problem["forward"] + "\n" + problem["backward"], names)
    given = arrays_of(problem)

    def cost(parameters):
        inside = {"np": anp, "m": problem["m"], **given, **parameters}
        exec(problem["helpers"] + "\n" + problem["forward"], inside)
        return inside["cost"]

    found = autograd.grad(cost)({name: given[name] for name in problem["parameters"]})
    return {
        "program": {name: tell(names[name]) for name in problem["returns"]},
        "autograd": {f"d{name}": tell(found[name]) for name in problem["parameters"]},
    }


print(json.dumps([solve(problem) for problem in json.load(sys.stdin)]))
