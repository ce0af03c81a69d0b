# skipped: 2, 3, 8, 17, 18, 19
%matplotlib inline
!pip install -q tqdm numpy
# %%
import numpy as np

# %%
%%time
def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 = W1 - learning_rate * dW1
    b1 = b1 - learning_rate * db1
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    return W1, b1, W2, b2

# %%
%timeit -n 10 update_weights(*[np.ones(1)] * 8, 0.1)
?update_weights
%%bash
ls -l
echo done
