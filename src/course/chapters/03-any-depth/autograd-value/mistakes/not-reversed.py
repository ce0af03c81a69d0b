"""code: visiting-order
en: {target} is not what it should be: the values are visited from the leaves up. What a value passes on is complete
  only when all that is made of it has been visited before.
ko: {target} 값이 올바르지 않습니다. 잎에서 위로 올라가며 방문했습니다. 그 값으로 만든 것을 모두 방문한 다음이라야 넘겨줄 기울기가 다 모입니다.
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
        for value in order:
            for source, slope in value.sources:
                source.grad += slope * value.grad
