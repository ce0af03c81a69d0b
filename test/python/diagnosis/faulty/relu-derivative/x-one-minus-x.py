def relu_derivative(x):
    return x * (1 - x)  # <- wrong-slope
