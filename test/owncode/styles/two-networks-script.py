import numpy as np

rng = np.random.RandomState(0)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# generator and discriminator
Wg, bg = rng.randn(2, 4) * 0.5, np.zeros(4)
Vg, cg = rng.randn(4, 2) * 0.5, np.zeros(2)
Wd, bd = rng.randn(2, 5) * 0.5, np.zeros(5)
Vd, cd = rng.randn(5, 1) * 0.5, np.zeros(1)
lr = 0.05

for step in range(60):
    real = rng.randn(8, 2) + 2.0
    noise = rng.randn(8, 2)
    # discriminator
    hg = np.tanh(noise @ Wg + bg)
    fake = hg @ Vg + cg
    hr = np.tanh(real @ Wd + bd)
    pr = sigmoid(hr @ Vd + cd)
    hf = np.tanh(fake @ Wd + bd)
    pf = sigmoid(hf @ Vd + cd)
    d_loss = -np.mean(np.log(pr)) - np.mean(np.log(1 - pf))
    dzr = (pr - 1) / len(real)
    dzf = pf / len(fake)
    dVd = hr.T @ dzr + hf.T @ dzf
    dcd = dzr.sum(0) + dzf.sum(0)
    dhr = dzr @ Vd.T * (1 - hr ** 2)
    dhf = dzf @ Vd.T * (1 - hf ** 2)
    dWd = real.T @ dhr + fake.T @ dhf
    dbd = dhr.sum(0) + dhf.sum(0)
    Wd -= lr * dWd
    bd -= lr * dbd
    Vd -= lr * dVd
    cd -= lr * dcd
    # generator
    hg = np.tanh(noise @ Wg + bg)
    fake = hg @ Vg + cg
    hf = np.tanh(fake @ Wd + bd)
    pf = sigmoid(hf @ Vd + cd)
    g_loss = -np.mean(np.log(pf))
    dz = (pf - 1) / len(fake)
    dh = dz @ Vd.T * (1 - hf ** 2)
    dfake = dh @ Wd.T
    dVg = hg.T @ dfake
    dcg = dfake.sum(0)
    dhg = dfake @ Vg.T * (1 - hg ** 2)
    dWg = noise.T @ dhg
    dbg = dhg.sum(0)
    Wg -= lr * dWg
    bg -= lr * dbg
    Vg -= lr * dVg
    cg -= lr * dcg
    if step % 20 == 0:
        print(step, d_loss, g_loss)
