"""code: visiting-order
en: {target} lacks a part: a value that is used at several depths was visited before everything made of it had been.
  It passed on what it had by then.
ko: {target}에 빠진 몫이 있습니다. 여러 깊이에서 쓰인 값을, 그 값으로 만든 것이 다 끝나기 전에 방문했습니다. 그때까지 모인 것만 넘겨주었습니다.
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
                order.append(value)
                for source, _ in value.sources:
                    visit(source)

        visit(self)
        self.grad = 1.0
        for value in order:
            for source, slope in value.sources:
                source.grad += slope * value.grad
