class Value:
    def __init__(self, data, made_of=None):
        self.data = data
        self.made_of = made_of or []
        self.grad = 0.0

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1), (other, 1)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(0.0, self.data), [(self, int(self.data > 0))])

    def backward(self, share=1.0):
        # each path by itself: slow, but every share is passed on once
        self.grad += share
        for source, slope in self.made_of:
            source.backward(share * slope)
