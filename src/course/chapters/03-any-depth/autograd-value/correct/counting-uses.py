from collections import defaultdict


class Value:
    def __init__(self, data, sources=()):
        self.data, self.sources, self.grad = data, tuple(sources), 0.0

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def relu(self):
        is_open = self.data > 0
        return Value(self.data * is_open, ((self, 1.0 * is_open),))

    def backward(self):
        uses = defaultdict(int)
        waiting, seen = [self], {id(self)}
        while waiting:
            for source, _ in waiting.pop().sources:
                uses[id(source)] += 1
                if id(source) not in seen:
                    seen.add(id(source))
                    waiting.append(source)
        self.grad = 1.0
        ready = [self]
        while ready:
            value = ready.pop()
            for source, slope in value.sources:
                source.grad += slope * value.grad
                uses[id(source)] -= 1
                if uses[id(source)] == 0:
                    ready.append(source)
