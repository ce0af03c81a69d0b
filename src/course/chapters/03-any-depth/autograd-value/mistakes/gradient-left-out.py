"""code: outer-derivative-missing
en: {target} holds slopes only: what each value was told by those made of it is not passed on. A slope says how fast
  the value itself grows, not how fast the output does.
ko: {target}에 기울기만 모였습니다. 위에서 내려온 기울기를 넘겨주지 않았습니다. 출처에 대한 기울기는 값 자신이 얼마나 빨리 커지는지를 말할 뿐, 마지막 값이 얼마나 빨리 커지는지는 말하지
  않습니다.
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
                source.grad += slope  # <-
