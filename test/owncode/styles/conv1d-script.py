import numpy as np

np.random.seed(9)
signals = np.random.randn(12, 16)
labels = (signals[:, :8].sum(axis=1) > signals[:, 8:].sum(axis=1)).astype(float)

K = 5
kernel = np.random.randn(K) * 0.3
kbias = 0.0
w = np.random.randn(16 - K + 1) * 0.3
wbias = 0.0
lr = 0.05

for epoch in range(40):
    loss = 0.0
    d_kernel, d_kbias = np.zeros(K), 0.0
    d_w, d_wbias = np.zeros_like(w), 0.0
    for s, t in zip(signals, labels):
        conv = np.array([np.dot(s[i:i + K], kernel) + kbias for i in range(len(s) - K + 1)])
        act = np.maximum(conv, 0)
        logit = np.dot(act, w) + wbias
        prob = 1 / (1 + np.exp(-logit))
        loss -= t * np.log(prob) + (1 - t) * np.log(1 - prob)
        d_logit = prob - t
        d_w += d_logit * act
        d_wbias += d_logit
        d_conv = d_logit * w * (conv > 0)
        for i in range(len(d_conv)):
            d_kernel += d_conv[i] * s[i:i + K]
        d_kbias += d_conv.sum()
    kernel -= lr * d_kernel / len(signals)
    kbias -= lr * d_kbias / len(signals)
    w -= lr * d_w / len(signals)
    wbias -= lr * d_wbias / len(signals)
    if epoch % 10 == 0:
        print(epoch, loss / len(signals))
