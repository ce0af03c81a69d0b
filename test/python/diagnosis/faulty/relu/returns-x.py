def relu(x):
    return x  # <- missing-activation
