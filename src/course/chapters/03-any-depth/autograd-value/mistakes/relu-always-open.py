"""code: missing-activation-derivative
en: {target} holds a part that came through a closed ReLU: where what goes in is negative, ReLU is flat and nothing
  comes back.
ko: 닫힌 ReLU를 지나온 몫이 {target}에 들어 있습니다. 들어간 값이 음수이면 ReLU는 평평하고 아무것도 되돌아오지 않습니다.
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
        return Value(max(0.0, self.data), [(self, 1.0)])

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
