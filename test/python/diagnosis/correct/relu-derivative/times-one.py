def relu_derivative(x):
    return 1.0 * (x > 0)
