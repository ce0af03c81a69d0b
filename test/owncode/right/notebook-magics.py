# coding: utf-8
# In[1]:
import numpy as np
get_ipython().run_line_magic('matplotlib', 'inline')
%matplotlib inline
!pip install numpy

# In[2]:
def model(X, W, b):
    return np.dot(X, W) + b

# In[3]:
def cost(X, Y, W, b):
    return np.sum((model(X, W, b) - Y) ** 2) / (2 * len(X))

# In[4]:
def gradients(X, Y, W, b):
    d = (model(X, W, b) - Y) / len(X)
    dW = np.dot(X.T, d)
    db = np.sum(d, axis=0)
    return dW, db

# In[5]:
X = np.random.rand(10, 3)
Y = np.random.rand(10, 2)
W = np.random.rand(3, 2)
b = np.zeros(2)
%time dW, db = gradients(X, Y, W, b)
for i in range(100):
    dW, db = gradients(X, Y, W, b)
    W -= 0.1 * dW
    b -= 0.1 * db
cost(X, Y, W, b)
