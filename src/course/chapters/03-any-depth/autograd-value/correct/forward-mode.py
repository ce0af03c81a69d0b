class Value:
    """Numbers every Value, and keeps its slope by every one made before."""

    made = []

    def __init__(self, data, slopes=None):
        self.data = data
        self.grad = 0.0
        self.slopes = {self: 1.0} if slopes is None else slopes
        Value.made.append(self)

    def _combined(self, other, by_self, by_other):
        keys = list(self.slopes) + [k for k in other.slopes if k not in self.slopes]
        return {k: by_self * self.slopes.get(k, 0.0) + by_other * other.slopes.get(k, 0.0) for k in keys}

    def __add__(self, other):
        return Value(self.data + other.data, self._combined(other, 1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, self._combined(other, other.data, self.data))

    def relu(self):
        k = 1.0 if self.data > 0 else 0.0
        return Value(k * self.data, {v: k * s for v, s in self.slopes.items()})

    def backward(self):
        for leaf, slope in self.slopes.items():
            leaf.grad += slope
