"""code: gradient-counted-twice
en: {target} counts some paths more than once: a value that is used several times stands in the order as often, and
  passes its gradient on each time.
ko: {target}에서 어떤 길을 여러 번 세었습니다. 여러 번 쓰인 값이 순서에 그만큼 들어 있어서 그때마다 기울기를 넘겨주었습니다.
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
            for source, _ in value.sources:
                visit(source)
            order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for source, slope in value.sources:
                source.grad += slope * value.grad
