"""code: gradient-counted-twice
en: {target} is too large: the walk back is made twice, and the second one adds to what the first has left.
ko: {target} 값이 너무 큽니다. 거꾸로 가는 걸음을 두 번 했고, 두 번째가 첫 번째 결과 위에 더했습니다.
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
        self.grad = 1.0
        for value in [*reversed(order), *reversed(order)]:
            for source, slope in value.sources:
                source.grad += slope * value.grad
