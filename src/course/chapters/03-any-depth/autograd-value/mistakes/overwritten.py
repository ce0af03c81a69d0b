"""code: gradient-overwritten
en: {target} is not complete: a value that is used more than once keeps what the last use said, and what the others
  said is overwritten. Every use has a share.
ko: {target} 값이 올바른 값과 다릅니다. 여러 번 쓰인 값에 마지막으로 쓰인 곳의 기울기만 남고 다른 곳의 것은 덮어써졌습니다. 쓰인 곳마다 제 몫이 있습니다.
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
        for value in reversed(order):
            for source, slope in value.sources:
                source.grad = slope * value.grad  # <-
