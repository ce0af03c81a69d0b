def relu(x):
    if x > 0:  # <- error:exception
        return x
    else:
        return 0
