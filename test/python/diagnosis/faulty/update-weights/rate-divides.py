def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    step = lambda p, g: p - g / learning_rate  # <- wrong-update
    return step(W1, dW1), step(b1, db1), step(W2, dW2), step(b2, db2)
