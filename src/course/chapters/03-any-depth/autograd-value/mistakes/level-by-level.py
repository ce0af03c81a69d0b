"""code: visiting-order
en: {target} lacks a part: the values are visited level by level from the output. One that is used near the output
  and far from it comes up too early, and passes on what it has by then.
ko: {target}에 빠진 몫이 있습니다. 마지막 값에서 한 단계씩 내려가며 방문했습니다. 가까이에서도 멀리에서도 쓰인 값은 너무 일찍 차례가 와서 그때까지 모인 것만 넘겨줍니다.
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
        order, seen, waiting = [], {self}, [self]
        while waiting:
            value = waiting.pop(0)
            order.append(value)
            for source, _ in value.sources:
                if source not in seen:
                    seen.add(source)
                    waiting.append(source)

        self.grad = 1.0
        for value in order:
            for source, slope in value.sources:
                source.grad += slope * value.grad
