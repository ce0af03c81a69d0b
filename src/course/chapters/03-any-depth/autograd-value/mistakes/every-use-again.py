"""code: gradient-counted-twice
en: {target} counts some paths more than once: a value that is used several times is visited as often, and passes on
  each time all it has so far. Each value passes its gradient on once, when it is complete.
ko: {target}에서 어떤 길을 여러 번 세었습니다. 여러 번 쓰인 값을 그때마다 방문해서, 그때까지 모인 것을 번번이 다시 넘겨주었습니다. 값마다 기울기가 다 모인 다음에 한 번만 넘겨줍니다.
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
        self.grad = 1.0

        def back(value):
            for source, slope in value.sources:
                source.grad += slope * value.grad  # <-
                back(source)

        back(self)
