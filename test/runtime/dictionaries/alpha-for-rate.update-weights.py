def update_weights(params, grads, alpha=1.2):
    for l in (1, 2):
        params[f"W{l}"] -= alpha * grads[f"dW{l}"]
        params["b%d" % l] = params["b%d" % l] - alpha * grads["db%d" % l]
    return params
