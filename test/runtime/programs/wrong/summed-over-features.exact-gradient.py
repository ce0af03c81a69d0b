# expect: summed-everything
import numpy as np
import jax.numpy as jnp
from jax import grad, jit


@jit
def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = 2 * (A2 - Y) * (Z2 > 0) / m
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    return X.T @ dZ1, np.sum(dZ1), A1.T @ dZ2, np.sum(dZ2)


print(grad(lambda w: jnp.sum(w ** 2))(1.0))
