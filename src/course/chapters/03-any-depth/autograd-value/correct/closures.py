class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.grad = 0
        self.children = set(children)
        self.send = lambda: None

    def __add__(self, other):
        result = Value(self.data + other.data, (self, other))

        def send():
            self.grad += result.grad
            other.grad += result.grad

        result.send = send
        return result

    def __mul__(self, other):
        result = Value(self.data * other.data, (self, other))

        def send():
            self.grad += other.data * result.grad
            other.grad += self.data * result.grad

        result.send = send
        return result

    def relu(self):
        result = Value(self.data if self.data > 0 else 0.0, (self,))

        def send():
            self.grad += (result.data > 0) * result.grad

        result.send = send
        return result

    def backward(self):
        topo, seen = [], set()

        def build(node):
            if node in seen:
                return
            seen.add(node)
            for child in node.children:
                build(child)
            topo.append(node)

        build(self)
        self.grad = 1
        for node in topo[::-1]:
            node.send()
