"""code: inner-derivative-missing
en: {target} fits a product that passes gradients on as a sum does. When one side of a product grows by 1, the
  product grows by the other side.
ko: 곱도 합처럼 기울기를 그대로 넘겨주었을 때의 {target}입니다. 곱의 한쪽이 1만큼 커지면 곱은 다른 쪽만큼 커집니다.
"""


class Value:
    def __init__(self, data, sources=()):
        self.data = data
        self.grad = 0.0
        self.sources = sources

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, 1.0), (other, 1.0)])

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
