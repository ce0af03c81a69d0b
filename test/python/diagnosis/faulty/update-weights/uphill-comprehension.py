def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, lr):
    params = [W1, b1, W2, b2]
    grads = [dW1, db1, dW2, db2]
    return tuple(p + lr * g for p, g in zip(params, grads))  # <- gradient-ascent
