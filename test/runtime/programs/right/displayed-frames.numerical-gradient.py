# skipped: 5, 6, 7, 20
# Databricks notebook source
# COMMAND ----------
import numpy as np
import pandas as pd
df = spark.table("samples").toPandas()
display(df.head())

# COMMAND ----------
def numerical_gradient(f, x, h):
    grad = np.zeros_like(x, dtype=float)
    for k in range(x.size):
        e = np.zeros(x.size)
        e[k] = h
        e = e.reshape(x.shape)
        grad.flat[k] = (f(x + e) - f(x - e)) / (2 * h)
    return grad

# COMMAND ----------
dbutils.widgets.text("rate", "0.1")
