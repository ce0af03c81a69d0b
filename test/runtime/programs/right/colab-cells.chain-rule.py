# skipped: 3, 4, 5, 8, 13, 14
# @title Chain rule
!nvidia-smi
from google.colab import drive
drive.mount('/content/drive')
import numpy as np

%load_ext autoreload

def chain_rule(x):
    u = 3 * x + 1
    return u ** 2, 2 * u * 3
chain_rule??
files = !ls /content
# %%
chain_rule(np.arange(3.0))
