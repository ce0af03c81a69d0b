"""code: wrong-seed-gradient
en: All gradients are off by the same factor, the value of the output: the walk back begins with the output itself.
  How fast does the output grow with itself?
ko: 기울기가 모두 마지막 값의 크기만큼 곱해져 있습니다. 마지막 값 자체에서 시작했습니다. 마지막 값은 자기 자신이 커질 때 얼마나 빨리 커집니까?
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
        self.grad = self.data
        for value in reversed(order):
            for source, slope in value.sources:
                source.grad += slope * value.grad
