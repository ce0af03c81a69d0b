"""code: gradient-overwritten
en: {target} lacks a part wherever a value is combined with itself: both uses stand under one key, and one is lost.
  In u · u the value is used twice.
ko: 값을 자기 자신과 더하거나 곱한 곳에서 {target}의 몫 하나가 빠졌습니다. 두 번 쓰인 것이 한 키에 들어가 하나가 사라졌습니다. u · u에서 u는 두 번 쓰였습니다.
"""


class Value:
    def __init__(self, data, sources=()):
        self.data = data
        self.grad = 0.0
        self.sources = sources

    def __add__(self, other):
        return Value(self.data + other.data, {self: 1.0, other: 1.0}.items())

    def __mul__(self, other):
        return Value(self.data * other.data, {self: other.data, other: self.data}.items())

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
