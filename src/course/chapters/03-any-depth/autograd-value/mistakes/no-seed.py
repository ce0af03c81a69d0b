"""code: missing-seed
en: All gradients are 0: the walk back begins with a gradient of 0, and every product with it is 0. How fast does
  the output grow with itself?
ko: 기울기가 모두 0입니다. 0인 기울기에서 시작했으니 무엇을 곱해도 0입니다. 마지막 값은 자기 자신이 커질 때 얼마나 빨리 커집니까?
"""


class Value:
    def __init__(self, data, sources=()):
        self.data = data
        self.grad = 0.0
        self.sources = sources

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(0.0, self.data), [(self, 1.0 if self.data > 0 else 0.0)])

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for source, _ in value.sources:
                    visit(source)
                order.append(value)

        visit(self)
        self.grad = 0.0
        for value in reversed(order):
            for source, slope in value.sources:
                source.grad += slope * value.grad
