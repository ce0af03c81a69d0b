class Value:
    """무엇으로 만들어졌는지 아는 수.

    data: 수
    grad: 이 값이 커질 때 마지막 값이 커지는 빠르기
    sources: 이 값을 만든 Value와,
        그것이 커질 때 이 값이 커지는 빠르기의 쌍
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
        """이 값을 만든 모든 값의 grad를 채움."""
        order, seen = [], set()

        def visit(value):
            # value를 출처들 다음에, 한 번만 order에 넣기
            ...

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for source, slope in value.sources:
                # value가 받은 것을 넘겨주기
                ...
