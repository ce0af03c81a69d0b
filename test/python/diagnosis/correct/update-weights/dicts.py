def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
    grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
    for k in params:
        params[k] = params[k] - learning_rate * grads[k]
    return tuple(params.values())
