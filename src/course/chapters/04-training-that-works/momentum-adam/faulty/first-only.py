# expect: returned-too-early
import numpy as np


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    p = {"W": W.copy(), "b": b.copy()}
    state = {k: {"m": p[k] * 0.0, "v": p[k] * 0.0} for k in p}
    power1, power2 = 1.0, 1.0
    for i in range(dWs.shape[0]):
        grads = {"W": dWs[i], "b": dbs[i]}
        power1 *= beta1
        power2 *= beta2
        for k in p:
            s = state[k]
            s["m"] = beta1 * s["m"] + (1 - beta1) * grads[k]
            s["v"] = beta2 * s["v"] + (1 - beta2) * grads[k] ** 2
            m_hat = s["m"] / (1 - power1)
            v_hat = s["v"] / (1 - power2)
            p[k] = p[k] - learning_rate * m_hat / (v_hat**0.5 + eps)
        return (
            p["W"],  # <-
            p["b"],
            state["W"]["m"],
            state["b"]["m"],  # <-
            state["W"]["v"],
            state["b"]["v"],
        )
