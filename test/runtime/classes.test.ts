/** Ordinary right code from Python's standard library runs: nothing that guards Python may stop it. */
import { strict as assert } from 'node:assert';
import { callOf, describeEach } from './support';

/** Module code, each with an expression that must be true within the function. */
const pieces: Readonly<Record<string, readonly [string, string]>> = {
  'a named tuple': [
    'from typing import NamedTuple\nclass G(NamedTuple):\n    dW: np.ndarray\n    db: float = 0.5',
    'G(1) == (1, 0.5) and G(1, 2)._asdict() == {"dW": 1, "db": 2}',
  ],
  'a typed dictionary': [
    'from typing import TypedDict\nclass Cache(TypedDict, total=False):\n    Z1: np.ndarray\n    m: int',
    'Cache(m=3)["m"] == 3 and set(Cache.__annotations__) == {"Z1", "m"}',
  ],
  'a protocol': [
    'from typing import Protocol, runtime_checkable\n@runtime_checkable\nclass Layer(Protocol):\n    def forward(self, x): ...\n' +
      'class Relu:\n    def forward(self, x): return x',
    'isinstance(Relu(), Layer) and not isinstance(3, Layer)',
  ],
  'a data class': [
    'from dataclasses import dataclass, field, replace\n@dataclass(frozen=True, order=True)\nclass Step:\n    rate: float = 0.1\n' +
      '    shapes: list = field(default_factory=list)',
    'replace(Step(), rate=0.2) > Step() and Step().shapes == []',
  ],
  'a data class with slots': [
    'import sys\nfrom dataclasses import dataclass\n@dataclass(**({"slots": True} if sys.version_info >= (3, 10) else {}))\n' +
      'class Layer:\n    W: "np.ndarray"\n    name: str = "first"',
    'Layer(np.ones(2)).name == "first"',
  ],
  caches: [
    'import functools\n@functools.lru_cache(maxsize=None)\ndef fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\n' +
      'class Net:\n    @functools.cached_property\n    def size(self): return 7',
    'fib(30) == 832040 and Net().size == 7',
  ],
  'functions of functions': [
    'from functools import partial, reduce, wraps\ndef counted(f):\n    @wraps(f)\n    def inner(*a, **k): return f(*a, **k)\n    return inner\n' +
      '@counted\ndef add(a, b): "sums"\n' +
      'relu = partial(np.maximum, 0)',
    'add.__name__ == "add" and reduce(np.dot, [np.eye(2)] * 3).tolist() == [[1, 0], [0, 1]] and relu(-1) == 0',
  ],
  'functions by type': [
    'from functools import singledispatch, singledispatchmethod\n@singledispatch\ndef slope(x): return "any"\n@slope.register\n' +
      'def _(x: int): return "int"\nclass Op:\n    @singledispatchmethod\n    def run(self, x): return "any"\n    @run.register\n' +
      '    def _(self, x: list): return "list"',
    'slope(1) == "int" and slope("") == "any" and Op().run([]) == "list"',
  ],
  'context managers': [
    'from contextlib import contextmanager, suppress, ExitStack, redirect_stdout\nimport io\n@contextmanager\ndef quiet():\n' +
      '    with np.errstate(all="ignore"):\n        yield 5\nwith quiet() as five, suppress(ZeroDivisionError):\n    1 / 0\n' +
      'with ExitStack() as stack, redirect_stdout(io.StringIO()) as said:\n    print("kept", end="")',
    'five == 5 and said.getvalue() == "kept"',
  ],
  enumerations: [
    'from enum import Enum, IntEnum, Flag, auto, unique\n@unique\nclass Kind(Enum):\n    RELU = auto()\n    TANH = auto()\n' +
      'class Layer(IntEnum):\n    HIDDEN = 1\nclass Part(Flag):\n    W = auto()\n    B = auto()\nColor = Enum("Color", "RED GREEN")',
    'Kind["TANH"] is Kind(2) and Layer.HIDDEN + 1 == 2 and (Part.W | Part.B) & Part.B == Part.B and len(Color) == 2',
  ],
  'abstract classes': [
    'from abc import ABC, abstractmethod\nclass Layer(ABC):\n    @abstractmethod\n    def forward(self, x): ...\nclass Same(Layer):\n' +
      '    def forward(self, x): return x',
    'Same().forward(3) == 3 and Layer.__abstractmethods__ == {"forward"}',
  ],
  'generic classes': [
    'from typing import Any, Callable, ClassVar, Dict, Generic, List, NewType, Optional, Tuple, TypeVar, Union, cast, get_type_hints, overload\n' +
      'T = TypeVar("T")\nclass Box(Generic[T]):\n    count: ClassVar[int] = 0\n    def __init__(self, held: T) -> None:\n        self.held: T = held\n' +
      'def typed(x: Optional[List[float]], f: Callable[[int], Dict[str, Any]]) -> Tuple[int, ...]: return ()',
    'Box[int](4).held == 4 and set(get_type_hints(typed)) == {"x", "f", "return"}',
  ],
  collections: [
    'from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple\nG = namedtuple("G", "dW db", defaults=[0])\n' +
      'lists = defaultdict(list)\nlists["W"].append(1)',
    'G(1)._replace(db=2) == (1, 2) and lists == {"W": [1]} and Counter("aab")["a"] == 2',
  ],
  "NumPy's annotations": [
    'from typing import Any, Optional, get_type_hints\nimport numpy.typing as npt\nfrom numpy.typing import ArrayLike, NDArray\n' +
      'Array = NDArray[np.float64]\ndef typed(x: npt.ArrayLike, y: Optional[Array], z: "np.ndarray[Any, np.dtype[np.float64]]") -> "NDArray[Any]": return y',
    'len(get_type_hints(typed)) == 4 and np.typing is npt',
  ],
  'classes that make classes': [
    'import types\nclass Meta(type):\n    def __new__(mcls, name, bases, body, **named): return super().__new__(mcls, name, bases, body)\n' +
      'class Base(metaclass=Meta, x=1):\n    found = []\n    def __init_subclass__(cls, **named): Base.found.append(cls.__name__)\nclass Child(Base): pass\n' +
      'made = types.new_class("Made", (Base,))\npoint = types.SimpleNamespace(x=1)',
    'Base.found == ["Child", "Made"] and point.x == 1',
  ],
  'postponed annotations': [
    'from typing import NamedTuple\nfrom dataclasses import dataclass\nclass G(NamedTuple):\n    dW: np.ndarray\n@dataclass\nclass D:\n    x: np.ndarray',
    'G(1).dW == D(1).x',
  ],
};

describeEach('correct classes', (runtime) => {
  for (const [name, [module, holds]] of Object.entries(pieces)) {
    it(`run: ${name}`, async () => {
      const future = name.startsWith('postponed') ? 'from __future__ import annotations\n' : '';
      const source = `${future}import numpy as np\n${module}\ndef f():\n    return bool(${holds})\n`;
      const { error, returned } = await callOf(runtime(), source);
      assert.equal(error, null, error?.message);
      assert.deepEqual(returned, { kind: 'number', type: 'bool', value: 1 });
    });
  }
});
