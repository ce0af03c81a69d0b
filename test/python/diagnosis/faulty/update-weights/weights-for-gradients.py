def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 -= learning_rate * W1  # <- wrong-update
    b1 -= learning_rate * b1
    W2 -= learning_rate * W2
    b2 -= learning_rate * b2
    return W1, b1, W2, b2
