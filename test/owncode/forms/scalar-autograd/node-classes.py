import math


class Node:
    def __init__(self, value, parents=()):
        self.value = value
        self.parents = parents      # list of (node, local derivative)
        self.gradient = 0.0

    def backward(self, upstream=1.0):
        self.gradient += upstream
        for parent, local in self.parents:
            parent.backward(upstream * local)


def add(a, b):
    return Node(a.value + b.value, ((a, 1.0), (b, 1.0)))


def mul(a, b):
    return Node(a.value * b.value, ((a, b.value), (b, a.value)))


def sub(a, b):
    return Node(a.value - b.value, ((a, 1.0), (b, -1.0)))


def sigmoid(a):
    s = 1 / (1 + math.exp(-a.value))
    return Node(s, ((a, s * (1 - s)),))


def square(a):
    return Node(a.value ** 2, ((a, 2 * a.value),))


params = {
    "w1": Node(0.15), "w2": Node(0.20), "w3": Node(0.25), "w4": Node(0.30),
    "v1": Node(0.40), "v2": Node(0.45), "b1": Node(0.35), "b2": Node(0.60),
}


def network(x1, x2):
    p = params
    x1, x2 = Node(x1), Node(x2)
    h1 = sigmoid(add(add(mul(p["w1"], x1), mul(p["w2"], x2)), p["b1"]))
    h2 = sigmoid(add(add(mul(p["w3"], x1), mul(p["w4"], x2)), p["b1"]))
    return sigmoid(add(add(mul(p["v1"], h1), mul(p["v2"], h2)), p["b2"]))


def error(x1, x2, target):
    return square(sub(network(x1, x2), Node(target)))


def zero_grad():
    for n in params.values():
        n.gradient = 0.0


for step in range(100):
    zero_grad()
    E = error(0.05, 0.10, 0.01)
    E.backward()
    for n in params.values():
        n.value -= 0.5 * n.gradient
    if step % 25 == 0:
        print(step, E.value)
