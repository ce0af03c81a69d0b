def chain_rule(x):
    return (3 * x + 1) ** 2, 2 * (3 * x + 1)  # <- inner-derivative-missing
