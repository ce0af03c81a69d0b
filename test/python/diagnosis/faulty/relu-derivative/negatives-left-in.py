def relu_derivative(x):
    d = x.copy()
    d[d > 0] = 1  # <- not-a-slope
    return d
