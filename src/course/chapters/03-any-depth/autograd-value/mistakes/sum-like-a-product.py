"""code: wrong-factor
en: {target} fits a sum whose slopes are the other side, as in a product. When one side of a sum grows by 1, how
  much does the sum grow?
ko: 합의 기울기를 곱처럼 다른 쪽 값으로 둔 {target}입니다. 합의 한쪽이 1만큼 커지면 합은 얼마나 커집니까?
"""


class Value:
    def __init__(self, data, sources=()):
        self.data = data
        self.grad = 0.0
        self.sources = sources

    def __add__(self, other):
        return Value(self.data + other.data, [(self, other.data), (other, self.data)])

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
        self.grad = 1.0
        for value in reversed(order):
            for source, slope in value.sources:
                source.grad += slope * value.grad
