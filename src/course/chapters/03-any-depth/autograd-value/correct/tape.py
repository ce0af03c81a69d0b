tape = []


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0

    def __add__(self, other):
        out = Value(self.data + other.data)
        tape.append((out, [(self, 1.0), (other, 1.0)]))
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data)
        tape.append((out, [(self, other.data), (other, self.data)]))
        return out

    def relu(self):
        out = Value(max(self.data, 0.0))
        tape.append((out, [(self, float(self.data > 0))]))
        return out

    def backward(self):
        # what was made last is told first
        self.grad = 1.0
        for out, parts in reversed(tape):
            for source, slope in parts:
                source.grad += slope * out.grad
