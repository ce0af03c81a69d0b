import numpy as np

def step(theta, g, lr):
    theta -= g * lr / 2  # <- wrong-update

def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    step(W1, dW1, learning_rate)
    step(b1, db1, learning_rate)
    step(W2, dW2, learning_rate)
    step(b2, db2, learning_rate)
    return W1, b1, W2, b2
