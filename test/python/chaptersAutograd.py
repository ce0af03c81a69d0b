"""The solutions of the chapters beside central differences and beside autograd, both taken here, in real NumPy.

Reads a JSON list of problems from standard input: an exercise's Python, the arguments of one call, and which result is
the gradient of what by which argument. Prints for each problem, as JSON, and for each gradient: the largest entry, the
largest difference from central differences and from autograd, relative to it, and why autograd could not say.

Where a problem brings a file of `chapters/`, that says what the loss is: of exercises whose gradients come in lists
(then `arguments`, `results` and `pairs` name what is in them), or whose solution autograd cannot follow.
"""

import copy
import json
import sys
import types

import autograd
import autograd.numpy
import numpy


def decoded(value):
    if isinstance(value, list):
        return [decoded(item) for item in value]
    if "number" in value:
        return int(value["number"]) if value["type"] == "int" else float(value["number"])
    if "data" in value:
        return numpy.array(value["data"], dtype=value["dtype"]).reshape(value["shape"])
    raise ValueError(f"neither a list, nor a number, nor an array: {value}")


def namespace_of(source, np):
    """What a file defines, with `np` as its NumPy."""
    kept = sys.modules["numpy"]
    sys.modules["numpy"] = np
    try:
        namespace = {"np": np}
        exec(compile(source, "snippet.py", "exec"), namespace)
    finally:
        sys.modules["numpy"] = kept
    return namespace


class Problem:
    def __init__(self, said):
        self.said = said
        self.arguments = {name: decoded(value) for name, value in said["arguments"].items()}

    def results(self, np, given):
        """What the solution returns, by name."""
        namespace = namespace_of(self.said["solution"], np)
        values = list(given.values())
        if self.said["check"] is None:
            returned = namespace[self.said["function"]](*values)
        else:
            check = namespace_of(self.said["check"], np)["check"]
            returned = check(types.SimpleNamespace(**namespace), *values)
        names = self.said["returns"]
        return dict(zip(names, [returned] if len(names) == 1 else returned))

    def loss(self, np, given):
        if self.said["own"] is not None:
            return namespace_of(self.said["own"], np)["loss"](given)
        loss = self.said["loss"]
        if loss["kind"] == "returned":
            return self.results(np, given)[loss["name"]]
        if loss["kind"] == "product":
            return np.sum(self.results(np, given)[loss["returned"]] * given[loss["by"]])
        function = namespace_of(loss["source"], np)["loss"]
        names = function.__code__.co_varnames[: function.__code__.co_argcount]
        return function(*[given[name] for name in names])

    def judged(self):
        right = self.results(numpy, copy.deepcopy(self.arguments))
        pairs = self.said["of"]
        if self.said["own"] is not None:
            own = namespace_of(self.said["own"], numpy)
            if "arguments" in own:
                self.arguments = own["arguments"](self.arguments)
                right, pairs = own["results"](right), own["pairs"](self.arguments)
        return {name: self.compared(right[name], by) for name, by in pairs.items()}

    def compared(self, claimed, by):
        claimed = numpy.asarray(claimed, dtype=float)
        size = float(numpy.max(numpy.abs(claimed)))
        central, is_judged = self.differences(by)
        told = {"size": size, "judged": int(numpy.sum(is_judged)), "entries": int(claimed.size)}
        told["central"] = float(numpy.max(numpy.abs(central - claimed)[is_judged], initial=0)) / size
        try:
            exact = self.automatic(by)
        except (TypeError, ValueError, AttributeError, NotImplementedError) as error:
            return {**told, "autograd": None, "reason": f"{type(error).__name__}: {error}".split("\n")[0]}
        return {**told, "autograd": float(numpy.max(numpy.abs(exact - claimed)[is_judged], initial=0)) / size}

    def differences(self, by):
        """Central differences of the loss, and where there is no kink: there the one-sided slopes stay apart."""
        x = numpy.array(self.arguments[by], dtype=float)
        given = copy.deepcopy(self.arguments)

        def at(index, move):
            moved = x.copy()
            moved[index] += move
            given[by] = moved if x.shape else float(moved)
            return float(self.loss(numpy, given))

        value, is_judged = numpy.zeros(x.shape), numpy.ones(x.shape, dtype=bool)
        middle = at((), 0.0) if x.shape == () else at((0,) * x.ndim, 0.0)
        for index in numpy.ndindex(*x.shape):
            steps = (1e-4, 5e-5)
            sides = [(at(index, h) - middle, middle - at(index, -h)) for h in steps]
            slopes = [(up + down) / (2 * h) for (up, down), h in zip(sides, steps)]
            bends = [abs(up - down) / h for (up, down), h in zip(sides, steps)]
            value[index] = (4 * slopes[1] - slopes[0]) / 3
            # Curvature halves with the step, a kink does not.
            is_judged[index] = bends[1] <= 0.75 * bends[0] or bends[1] <= 1e-3 * max(1e-3, abs(slopes[1]))
        return value, is_judged

    def automatic(self, by):
        def loss(x):
            return self.loss(autograd.numpy, {**self.arguments, by: x})

        return numpy.asarray(autograd.grad(loss)(self.arguments[by]))


def main():
    problems = json.load(sys.stdin)
    with numpy.errstate(all="ignore"):
        json.dump([Problem(said).judged() for said in problems], sys.stdout)


main()
