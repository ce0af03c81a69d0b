class Value:
    """A number that knows what it was made of.

    data: the number
    grad: how fast the output grows with it
    sources: pairs of a Value that this one was made of,
        and how fast this one grows with it
    """

    def __init__(self, data, sources=()):
        self.data = data
        self.grad = 0.0
        self.sources = sources

    def __add__(self, other):
        slopes = [(self, 1.0), (other, 1.0)]
        return Value(self.data + other.data, slopes)

    def __mul__(self, other):
        slopes = ...
        return Value(self.data * other.data, slopes)

    def relu(self):
        slopes = ...
        return Value(max(0.0, self.data), slopes)

    def backward(self):
        """Fills in grad of all it is made of."""
        order, seen = [], set()

        def visit(value):
            # Puts value in order, after its sources, once
            ...

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for source, slope in value.sources:
                # Pass on what value has been told
                ...
