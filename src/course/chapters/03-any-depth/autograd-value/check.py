def check(snippet, x, y, z):
    """A graph in which values are used several times: by products, sums and ReLU, and at several depths."""
    a, b, c = snippet.Value(x), snippet.Value(y), snippet.Value(z)
    s = a * b
    q = a * c + s * s
    u = q.relu() * (s + c) + (s + s * c).relu() + q.relu() * a
    v = u + u
    out = v * v + a
    out.backward()
    return out.data, a.grad, b.grad, c.grad
