"""code: inner-derivative-missing
en: {target} is what comes out when every value passes its gradient on as it is. On the way back the gradient is
  multiplied by how fast the value grows with each source.
ko: 값마다 기울기를 그대로 넘겨주었을 때의 {target}입니다. 거꾸로 갈 때는 출처마다 값이 얼마나 빨리 커지는지를 곱해야 합니다.
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
                source.grad += value.grad  # <-
