"""code: missing-source
en: {target} lacks all that came through ReLU: the result does not know what it was made of, so the walk back ends
  there.
ko: ReLU를 지나온 몫이 {target}에 모두 빠졌습니다. 결과가 무엇으로 만들어졌는지 모르므로 거꾸로 가는 걸음이 거기서 끝납니다.
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
        return Value(max(0.0, self.data))

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
