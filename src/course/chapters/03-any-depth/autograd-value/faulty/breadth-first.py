# expect: visiting-order
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
        return Value(max(0.0, self.data), [(self, float(self.data > 0))])

    def backward(self):
        self.grad = 1.0
        queue = [self]
        seen = {self}
        while queue:
            value = queue.pop(0)
            for source, slope in value.sources:
                source.grad += slope * value.grad
                if source not in seen:
                    seen.add(source)
                    queue.append(source)
