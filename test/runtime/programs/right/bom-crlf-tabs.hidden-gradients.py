# skipped: 4
# -*- coding: utf-8 -*-
import numpy as np
import winreg


def hidden_gradients(X, Z1, dZ2, W2):
	m = X.shape[0]
	dA1 = np.dot(dZ2, W2.T)
	dZ1 = dA1 * (Z1 > 0)

	dW1 = np.dot(X.T, dZ1) / m
	db1 = np.sum(dZ1, axis=0, keepdims=True) / m
	return (dA1,
	        dZ1,
	        dW1, db1)
