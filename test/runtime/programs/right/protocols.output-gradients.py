from abc import ABC, abstractmethod
from enum import Enum, auto
from typing import Generic, Protocol, TypeVar, runtime_checkable
import numpy as np

T = TypeVar("T")


@runtime_checkable
class Loss(Protocol):
    def slope(self, A, Y): ...


class Kind(Enum):
    HALF = auto()
    FULL = auto()


class Base(ABC, Generic[T]):
    @abstractmethod
    def slope(self, A, Y): ...

    @property
    def name(self) -> str:
        return type(self).__name__


class Half(Base[np.ndarray]):
    kind = Kind.HALF

    def slope(self, A, Y):
        return A - Y


loss = Half()
assert isinstance(loss, Loss) and loss.name == "Half"


def output_gradients(A1, A2, Y):
    match loss.kind:
        case Kind.HALF:
            dZ2 = loss.slope(A2, Y)
        case _:
            dZ2 = 2 * loss.slope(A2, Y)
    n = len(A1)
    return dZ2, A1.T @ dZ2 / n, np.add.reduce(dZ2, axis=0, keepdims=True) / n
