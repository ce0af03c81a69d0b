def check(snippet, x, dx, R):
    """The layer that is checked: softmax, and a little of what went in."""

    def f(x):
        u = x - 20000
        e = np.exp(30 * u - np.max(30 * u, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True) + 0.5 * u

    return snippet.gradient_check(f, x, dx, R)
