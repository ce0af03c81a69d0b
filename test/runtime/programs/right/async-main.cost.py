# skipped: 2, 21
import asyncio
import numpy as np


def compute_cost(A2, Y):
    difference = np.subtract(A2, Y)
    return float(np.einsum("ij,ij->", difference, difference)) / A2.shape[0]


async def evaluate(batches):
    for A2, Y in batches:
        await asyncio.sleep(0)
        yield compute_cost(A2, Y)


async def main():
    return [cost async for cost in evaluate([(np.ones((2, 1)), np.zeros((2, 1)))])]


print(asyncio.run(main()))
