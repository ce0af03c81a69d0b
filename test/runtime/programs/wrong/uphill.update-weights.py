# expect: gradient-ascent
import numpy as np
from tqdm import tqdm
import wandb

wandb.init(project="net")


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    for p, g in tqdm(zip((W1, b1, W2, b2), (dW1, db1, dW2, db2)), total=4):
        p += learning_rate * g
    return W1, b1, W2, b2


wandb.log({"done": True})
