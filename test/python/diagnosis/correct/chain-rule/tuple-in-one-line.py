def chain_rule(x):
    return (3 * x + 1) ** 2, 6 * (3 * x + 1)
