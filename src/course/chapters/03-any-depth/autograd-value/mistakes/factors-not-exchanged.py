"""code: wrong-factor
en: {target} fits a product whose slope by each factor is that factor itself. When one side of a product grows, by
  what is its growth multiplied?
ko: 곱을 각 인수로 미분한 값을 그 인수 자신으로 둔 {target}입니다. 곱의 한쪽이 커지면, 커진 만큼에 무엇이 곱해집니까?
"""


class Value:
    def __init__(self, data, sources=()):
        self.data = data
        self.grad = 0.0
        self.sources = sources

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])

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
        self.grad = 1.0
        for value in reversed(order):
            for source, slope in value.sources:
                source.grad += slope * value.grad
