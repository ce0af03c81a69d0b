#!/usr/bin/env python
# coding: utf-8
# skipped: 6, 16

# In[1]:
get_ipython().run_line_magic('matplotlib', 'inline')
import numpy as np

# In[2]:
def relu(x):
    "ReLU of every entry."
    return x * (x > 0)


# In[3]:
relu(np.load('weights.npy'))


# In[ ]:
