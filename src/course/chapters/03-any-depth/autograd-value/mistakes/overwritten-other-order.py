"""code: gradient-overwritten
en: {target} is not complete: every operation overwrites what its sources were told by their other uses. Every use
  has a share.
ko: {target} 값에 빠진 몫이 있습니다. 모든 연산에서, 출처가 다른 곳에서 받은 기울기를 덮어썼습니다. 쓰인 곳마다 제 몫이 있습니다.
"""


class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.send = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def send():
            self.grad = out.grad
            other.grad = out.grad

        out.send = send
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def send():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad

        out.send = send
        return out

    def relu(self):
        out = Value(max(0.0, self.data), (self,))

        def send():
            self.grad = (out.data > 0) * out.grad

        out.send = send
        return out

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for child in reversed(value.children):
                    visit(child)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.send()
