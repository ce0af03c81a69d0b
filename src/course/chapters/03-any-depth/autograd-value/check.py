def check(snippet, x, y, z):
    """A graph in which values are used several times, and at several depths."""
    a, b, c = snippet.Value(x), snippet.Value(y), snippet.Value(z)
    s = a * b
    t = s + c
    positive = (a * c + s * s).relu()
    negative = (s + s * c).relu()
    u = positive * t + negative
    out = u * u + a
    out.backward()
    return out.data, a.grad, b.grad, c.grad
