import math
import random


class Scalar:
    def __init__(self, v, parents=()):
        self.data, self.grad, self.parents, self.push = v, 0.0, parents, lambda: None

    def __add__(self, o):
        o = o if isinstance(o, Scalar) else Scalar(o)
        out = Scalar(self.data + o.data, (self, o))

        def push():
            self.grad += out.grad
            o.grad += out.grad
        out.push = push
        return out

    def __mul__(self, o):
        o = o if isinstance(o, Scalar) else Scalar(o)
        out = Scalar(self.data * o.data, (self, o))

        def push():
            self.grad += o.data * out.grad
            o.grad += self.data * out.grad
        out.push = push
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Scalar(t, (self,))

        def push():
            self.grad += (1 - t * t) * out.grad
        out.push = push
        return out

    def backward(self):
        order, seen = [], set()

        def visit(n):
            if n not in seen:
                seen.add(n)
                for p in n.parents:
                    visit(p)
                order.append(n)
        visit(self)
        self.grad = 1.0
        for n in reversed(order):
            n.push()


random.seed(1)
w = [Scalar(random.uniform(-1, 1)) for _ in range(6)]
samples = [(0.5, -1.0, 1.0), (1.0, 0.3, -1.0)]


def total_loss():
    total = Scalar(0.0)
    for a, b, t in samples:
        h = (w[0] * a + w[1] * b + w[2]).tanh()
        o = (w[3] * h + w[4] * a + w[5]).tanh()
        d = o + (-t)
        total = total + d * d
    return total


for step in range(20):
    for p in w:
        p.grad = 0.0
    loss = total_loss()
    loss.backward()
    for p in w:
        p.data -= 0.1 * p.grad
print(loss.data)
