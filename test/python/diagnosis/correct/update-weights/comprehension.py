def update_weights(*args):
    *arrays, lr = args
    return [p - lr * g for p, g in zip(arrays[:4], arrays[4:])]
